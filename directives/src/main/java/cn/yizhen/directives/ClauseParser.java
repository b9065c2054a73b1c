package cn.yizhen.directives;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a clause apart: connective, subject, 要, adverbials, verb, object. Time is linear in the clause. */
final class ClauseParser {

    /** Clauses longer than this are not language; they are left alone. */
    static final int LONGEST = 240;

    private static final int IDIOM = 4;

    private static final Pattern CONNECTIVE = Pattern.compile(
            "^(?:同时|此外|另外|其次|首先|再次|最后|特别是|尤其是|其中|并且|而且|一方面|另一方面|总之|与此同时|在此基础上|下一步|接下来|"
                    + "具体来说|重点是|关键是|即|——+|[-—●◆■·*]+|会议(?:强调|要求|指出|决定|明确|提出|议定)|希望|恳请|请)[，,：:]?");
    private static final Pattern MODAL = Pattern.compile(
            "(?:都|也|还|更|就|均|一定|务必|仍|既|又)?(?:必须|务必|应当|需要|(?<![主重只需简纪摘紧首概不卡索必])要(?![求素点么害义件务闻]|紧的)"
                    + "|(?<![相响供反适对顺效回呼照感理答因承])应(?![急用对届变保收付邀答聘有援诉征验急])|务(?=于)|(?<!必)须(?!知)|(?<![急所必供])需(?!求|要))(?:要)?");
    /** 三个月内, 利用一个月的时间: how long something may take. */
    private static final String LASTING =
            "(?:利用|用|花|在|力争|争取)?(?:\\d+|[一二两三四五六七八九十半几]+)个?(?:工作日|小时|星期|周|天|日|月|季度|年)(?:左右)?(?:的?时间(?:内|里)?|[之以]?内)";
    private static final Pattern DURATION = Pattern.compile("^" + LASTING);
    static final Pattern TIME = Pattern.compile(
            "^(?:" + LASTING + "|(?:到|至|在|于|截至|自|从|力争|争取)?(?:\\d{4}年|\\d{1,2}月|\\d{1,2}日|今年|明年|本年度?|全年|年内|年底|年末|上半年|下半年|月底|[一二三四]季度|第[一二三四]季度|底|末|初|份|上旬|中旬|下旬|"
                    + "之?前|以前|内|(?:今天|今晚|今早|明天|明早|明晚|后天|当天|当晚)(?!的|我们|会议|在这)|(?:上午|下午|中午|晚上|早上)(?!的)|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|钟)?(?=前|之前|以前|[^，、]{2,})|汛期?|春节|国庆节?|元旦|中秋|春季|秋季|入冬|入汛|节前|节后|期间|起|开始)+)");
    static final Pattern PREPOSITION = Pattern.compile(
            "^(?:按照|按(?![月季年周日期时程需])|根据|结合|围绕|针对|依托|通过|利用|借助|对照|对于|对|将|把|以|在|从|向|为|与|就|由|随着|比照|参照|用|凡|于|比|经|至|到|每)");
    private static final Pattern LIGHT = Pattern.compile(
            "(?:要)?(?:进行|给予|予以|加以|实行|实施|开展|加大|加强|作出|做出|采取|提供|建立|追究|严格|依法|依规|及时|全部|一律|逐一|逐个|分期分批|争取|报(?=县|市|区|镇|乡|省|党|办公|领导)|(?<!党)组织(?![力领建部生振化])|落实|配备|作为|纳入|摆在)");

    private static final Pattern TRAILING_TIME =
            Pattern.compile("(?:\\d{4}年|\\d{1,2}月|\\d{1,2}日|年|月|季度|[底末初中]|前|内|上旬|中旬|下旬|今年|全部|都|一律)+$");
    private static final Pattern PERSON = Pattern.compile("人|同志");
    private static final Pattern OUTCOME = Pattern.compile(".*(?:情况|结果|问题)");
    private static final Pattern NOUN_PHRASE = Pattern.compile("[这那该本我各其某一每]|.{4,}是");
    private static final Pattern ADDRESSED = Pattern.compile("(?:主动|及时|积极|进一步)?[对与向]");
    private static final Pattern SETTLED = Pattern.compile("实行|推行");
    private static final int TOPIC = 20;
    private static final Pattern BANNED = Pattern.compile("不得|不准|不许|不能|严禁|禁止|防止|避免|(?:就|正|目的|不)是$");


    Clause parse(String text, int start, int end) {
        if (end - start > LONGEST) {
            return nothing(text, start, end);
        }
        int from = skipOpening(text, start, end);
        var found = MODAL.matcher(text).region(from, Math.min(end, from + 60));
        found.useAnchoringBounds(false).useTransparentBounds(true);
        if (found.find() && !BANNED.matcher(text.substring(from, found.start())).find()) {
            var before = text.substring(from, found.start());
            int named = Subject.end(text, from, found.start());
            if (named > from) {
                return built(text, named, end, Subject.named(text.substring(from, named)), true);
            }
            var topic = topic(text, from, found.start(), found.end(), end);
            if (topic != null) {
                return topic;
            }
            if (standsAside(before)) {
                return built(text, afterModal(text, found.end(), end), end, Subject.named(before), true);
            }
            return built(text, from, end, "", true);
        }
        int subject = Subject.end(text, from, end);
        return built(text, subject, end, Subject.named(text.substring(from, subject)), false);
    }

    private static int skipOpening(String text, int start, int end) {
        int from = start;
        while (from < end) {
            var rest = text.substring(from, Math.min(end, from + 12));
            var number = Numbering.of(rest);
            var connective = CONNECTIVE.matcher(rest);
            if (number != null && from + number.length() < end) {
                boolean bearing = number.level() == 5 && rest.charAt(number.length() - 1) == '要';
                from += number.length();
                if (bearing) {
                    return from;
                }
            } else if (connective.find() && connective.end() > 0 && from + connective.end() < end) {
                from += connective.end();
            } else {
                return from;
            }
        }
        return from;
    }

    private static int afterModal(String text, int from, int end) {
        return from < end ? from : end;
    }

    /** 预案要修订, 方案务于3月底前报送: what stands before 要 is the object, so it stays in; null where it is not so. */
    private @Nullable Clause topic(String text, int from, int modal, int behind, int end) {
        var before = TRAILING_TIME.matcher(text.substring(from, modal)).replaceFirst("");
        if (behind >= end || before.length() < 2 || Words.namesUnit(before) || PREPOSITION.matcher(before).lookingAt()
                || TIME.matcher(before).lookingAt() || asksItself(before)) {
            return null;
        }
        var rest = built(text, behind, end, "", true);
        boolean measured = !Numbers.of(rest.body()).isEmpty() && rest.body().length() < 12;
        boolean open = measured || rest.object().isEmpty() || !rest.adverbial().isEmpty() && TIME.matcher(rest.adverbial()).lookingAt();
        var noun = Words.classOfObject(before);
        if (!open || !measured && !rest.is(VerbClass.DELIVER, VerbClass.REDRESS) || noun == ObjectClass.ABSTRACT) {
            return null;
        }
        return new Clause(from, end, "", true, text.substring(from, end), rest.adverbial(), rest.verb(), rest.kind(), before, noun);
    }

    /** 制定方案 is a verb with its object; 实施方案 and 抢险物资 are things. */
    private static boolean asksItself(String words) {
        var verb = Words.verbAt(words, 0);
        var noun = Words.classOfObject(words);
        boolean thing = noun == ObjectClass.INSTITUTION || noun == ObjectClass.STRUCTURE || OUTCOME.matcher(words).matches();
        var kind = verb == null ? null : Words.classOfVerb(verb);
        return verb != null && !(thing && (kind == VerbClass.CAMPAIGN || kind == VerbClass.CONTINUE));
    }

    /** Is what stands before 要 a subject or nothing, rather than a time, a preposed object or an adverbial? */
    private static boolean standsAside(String before) {
        if (before.isEmpty()) {
            return true;
        }
        var time = TIME.matcher(before);
        if (time.find()) {
            return time.end() < before.length() && Words.namesUnit(before);
        }
        if (PREPOSITION.matcher(before).find()) {
            return false;
        }
        return Words.namesUnit(before) || before.length() <= 16;
    }

    private Clause built(String text, int start, int end, String subject, boolean asks) {
        var body = text.substring(start, end);
        int verbAt = verbPlace(body);
        var settled = SETTLED.matcher(body).region(Math.min(2, body.length()), Math.min(TOPIC, body.length()));
        if (verbAt < 0 && settled.find()) {
            verbAt = settled.start();
        }
        if (verbAt < 0) {
            return new Clause(start, end, subject, asks, body, body, "", null, "", Words.classOfObject(body));
        }
        var verb = String.valueOf(Words.verbAt(body, verbAt));
        var object = objectBehind(body, verbAt + verb.length());
        return new Clause(start, end, subject, asks, body, body.substring(0, verbAt), verb,
                Words.classOfVerb(verb), object, Words.classOfObject(object));
    }

    private static String objectBehind(String body, int from) {
        int i = from;
        while (i < body.length() && "好了起实牢".indexOf(body.charAt(i)) >= 0) {
            i++;
        }
        return body.substring(i);
    }

    /** Where the leading verb begins, past adverbs, times and prepositional phrases; -1 if none is in its place. */
    private static int verbPlace(String body) {
        var lasting = DURATION.matcher(body);
        int i = lasting.find() ? lasting.end() : 0;
        while (i < body.length()) {
            var verb = Words.verbAt(body, i);
            var adverb = Words.adverbAt(body, i);
            if (verb != null && (adverb == null || verb.length() > adverb.length() || !verbFollows(body, i + adverb.length()))) {
                return i;
            }
            if (adverb != null) {
                i += adverb.length();
                continue;
            }
            int next = i == 0 && idiomBeforeVerb(body) ? IDIOM : skip(body, i);
            if (next == i) {
                return -1;
            }
            i = next;
        }
        return -1;
    }

    /** 实事求是抓好……: four characters that stand before a verb as an adverbial. */
    private static boolean idiomBeforeVerb(String body) {
        if (body.length() < IDIOM + 4 || !body.substring(0, IDIOM).codePoints().allMatch(Character::isIdeographic)
                || Words.namesUnit(body.substring(0, IDIOM)) || Words.classOfObject(body.substring(0, IDIOM)) != ObjectClass.OTHER
                || NOUN_PHRASE.matcher(body).lookingAt() || PREPOSITION.matcher(body).lookingAt()) {
            return false;
        }
        var verb = Words.verbAt(body, IDIOM);
        var adverb = Words.adverbAt(body, IDIOM);
        return verb != null && verb.length() > 1 && governs(body, IDIOM + verb.length())
                || adverb != null && adverb.length() > 1 && verbFollows(body, IDIOM + adverb.length());
    }

    private static boolean verbFollows(String body, int at) {
        if (at >= body.length()) {
            return false;
        }
        var verb = Words.verbAt(body, at);
        return (verb != null && at + verb.length() < body.length()) || (verb == null && Words.adverbAt(body, at) != null);
    }

    private static int skip(String body, int i) {
        char c = body.charAt(i);
        if (c == '、' || c == '地' || c == '来' || c == '去' || c == '再' || c == '要' || c == '能' || c == '可') {
            return i + 1;
        }
        var rest = body.substring(i);
        Matcher time = TIME.matcher(rest);
        if (time.find()) {
            return i + time.end();
        }
        Matcher preposition = PREPOSITION.matcher(rest);
        return preposition.find() ? behindPhrase(body, i + preposition.end()) : i;
    }

    /** Past the noun phrase of a preposition: a light verb ends it for sure, otherwise the first verb does. */
    private static int behindPhrase(String body, int from) {
        var light = LIGHT.matcher(body).region(Math.min(body.length(), from + 1), body.length());
        if (light.find()) {
            return light.start();
        }
        for (int i = from + 2; i < body.length(); i++) {
            int close = Punctuation.closing(body, i, body.length());
            if (close > 0) {
                i = close;
                continue;
            }
            var verb = Words.verbAt(body, i);
            if (verb != null && verb.length() > 1 && (governs(body, i + verb.length()) || closes(verb, body, i))) {
                return i;
            }
        }
        return body.length();
    }

    /** A verb that governs something, rather than one used as a noun: 项目建设、 or 建设的. */
    static boolean governs(String body, int behind) {
        return behind < body.length() && "、，的和等及与”》化者率".indexOf(body.charAt(behind)) < 0 && !body.startsWith("人员", behind)
                && !(body.startsWith("负责", behind - 2) && PERSON.matcher(body).region(behind, body.length()).lookingAt());
    }

    /** 对……的严肃问责, 在媒体上公示: the verb may close the clause where its object stands in front or is not said. */
    private static boolean closes(String verb, String body, int at) {
        var kind = Words.classOfVerb(verb);
        boolean acts = kind == VerbClass.REDRESS || kind == VerbClass.DELIVER || kind == VerbClass.CONTINUE && ADDRESSED.matcher(body).lookingAt();
        return acts && at + verb.length() == body.length();
    }

    private static Clause nothing(String text, int start, int end) {
        return new Clause(start, end, "", false, text.substring(start, end), "", "", null, "", ObjectClass.NONE);
    }
}
