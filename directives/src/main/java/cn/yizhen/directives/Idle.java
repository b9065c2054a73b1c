package cn.yizhen.directives;

import static cn.yizhen.directives.VerbClass.*;

import java.util.Set;
import java.util.regex.Pattern;

/** Clauses that sound like an ask and are none: adverbial clauses, four-character slogans, calls on everybody. */
final class Idle {

    /** A name in quotation marks or a titled document. */
    static final Pattern TITLE = Pattern.compile("“[^”]{3,30}”(?!的)|《[^》]{2,60}》");

    private static final Pattern NAME = Pattern.compile("“[^”]{3,30}”");
    /** Clauses that say when, how, what for or what is, each kind on its line. */
    private static final Pattern APART = anyOf(
            // when and where: 在……下, 汛期到来前
            "^(?:在|当|从).{2,60}(?:下|中|(?<!以)上|后|时|前|内|同时|之际|期间|方面|出发|入手|做起|抓起)$",
            "^[^“《]{2,12}(?:后|时|期间)$",
            // how and on what ground: 以……为抓手, 以……带动……
            "^以.{1,60}为(?:.{1,12}|目标|导向|抓手|契机|重点|主线|统领|引领)$",
            "为(?:重点|主线|抓手|目标|契机|引领|统领|牵引|核心|导向)$",
            "^以.{2,}(?:引领|推动|促进|带动|助力|赋能)",
            "^(?:随着|面对|立足|着眼|本着|由于|因为|如果|只要|只有|无论|不管|虽然|尽管)",
            "^就.{4,}(?:工作|问题|事项|情况|方面)$",
            // what for, what follows
            "^(?:主要)?用于",
            "^为.{2,}(?:做好准备|准备工作|奠定|打下|作出|贡献|营造)",
            "^(?:从而|进而|以此|以便)",
            "^与.{2,20}挂钩$",
            // what is, what somebody said
            "^(?:其中)?有\\d",
            "^(?:是|即|就是)",
            "(?:是|(?<![行作])为)$",
            ".{4,}(?<![不就正也还都或])是(?:当前|今年|一项|一个|一种|全[县市镇乡].{0,8}的"
                    + "|.{1,14}(?:任务|工作|工程|保障|前提|基础|关键|重点|根本|抓手|要求|需要|体现|举措|大事|大计))",
            "(?:指出|强调|要求说|表示|认为)$",
            // calls: 再立新功, 掀起热潮
            "再(?:创|立|添|铸).{1,3}(?:功|绩|彩|辉煌)|掀起.*(?:高潮|热潮)$");
    private static final Pattern BASED_ON = Pattern.compile("^(?:按照|根据|结合|围绕|针对|依托|通过|以|聚焦|立足|对照|紧扣)");
    private static final Pattern ALREADY = Pattern.compile("^[^对将把的]{2,14}(?<![而早业])已(?:经)?(?!建成的|完成的|有的)");
    private static final Pattern ACCORDING = Pattern.compile(
            "^(?:严格|切实|坚持|认真|紧紧)?(?:按照|按|根据|依据|依照|围绕|对照|参照|遵循|本着|采取|采用|通过|(?:充分)?利用|借助|依托).{2,40}(?:措施|办法|形式|平台|渠道|手段|契机|机会|时机|”|要求|原则|模式|分工|标准|规定|部署|思路|精神|方式|程序|安排|职责|体系|计划|步骤|要点|节点)$");
    private static final Pattern GROUND = Pattern.compile("^(?:根据|依据|结合|按照).{2,40}(?:情况|实际|特点|需要|需求|形势|条件|规律)$");
    private static final Pattern LIGHTLY = Pattern.compile("采取|采用|通过|(?:充分)?利用|借助|依托");
    private static final Pattern STATES = Pattern.compile("(?:是(?!否)|事关|关系到|具有|至关)");
    private static final Pattern LISTED = Pattern.compile("提出.{0,2}[一二两三四五几]+(?:点|个|项)?(?:意见|要求|建议|希望)|(?:抓好|做好|办好|把握好?|处理好|落实好)(?:以下|下面|这)?[一二两三四五六七八九十几]+(?:件|个|项|大|点)(?:方面)?(?:的)?(?:事|大事|工作|重点|关键|关系|环节)*$");
    private static final Pattern COMPLAINT = Pattern.compile("^(?:有的|个别|少数|部分|一些|不少).{2,}(?:还|没有?|不够|不到位|未)");
    private static final Pattern DONE = Pattern.compile("^.{0,12}了(?!解).{2,}");
    private static final Pattern CONDITION = Pattern.compile("^(?:能|应|该|可).{1,8}的.{2,8}$");
    private static final Pattern FOUR = Pattern.compile("[^、]{4}(?:、[^、]{4})+|[^、]{3}(?:、[^、]{3})+");
    private static final Pattern ANY_WORK = Pattern.compile(
            "^(?:好)?(?:以下|各项|各类|相关|有关|当前|下步|下一步|重点|自身|本职|全面|全年|政府|年度|具体)*(?:[一二两三四五六七八九十几]+(?:个|项)?(?:方面)?(?:的)?)?(?:工作|任务|工作任务|目标任务|事项|责任|举措|措施|工作落实|行动)$");
    private static final Pattern THIN = Pattern.compile("(?:责任|任务|力度|服务|落实|协调|配合|领导|执行|把关|审核把关|程序|规矩|指导|保障|引导|学习|担当)$");
    private static final Pattern EVERYBODY = Pattern.compile("^(?:好)?(?:广大|全体|全县|全市|全镇|各级)?(?:党员|干部|群众|职工|青年|妇女|人民|同志)");
    private static final Pattern ORDERS = Pattern.compile("(?:决策部署|部署要求|工作部署|部署|工作安排|指示精神|讲话精神|会议精神|批示|文件精神)$");
    private static final Pattern GOING_ON = Pattern.compile("(?:好)?(?:各个?|重点|关键|主要)?(?:环节|领域|部位|节点|时段)|(?:各项)?工作(?:开展|落实|推进)");
    private static final Pattern SAFELY = Pattern.compile("(?:保障|维护).{2,}(?:平稳|顺利|有序|实施|权威|推进|开展)");
    private static final Pattern STAFF = Pattern.compile("(?:干部|人才|人员)$");

    private static final Pattern NAMED_YEAR = Pattern.compile("(?:将|把)?\\d{4}年(?:作为|定为|确定为)");
    private static final Pattern CALLED = Pattern.compile("(?:工程|任务|大事|职责|使命|抓手|重点|主线|目标|必修课|要务|突破口|着力点|生命线|重中之重)”?$");
    /** 倒排工期、挂图作战: four-character phrases that do ask for something to be drawn up. */
    static final Pattern SCHEDULES = Pattern.compile("倒排(?:工期|时间|进度|计划)");
    private static final Pattern ONE_BY_ONE = Pattern.compile("逐(?:村|户|项|座|级|一|个|人|条|家|点|处|栋|校|企|镇|乡)");
    private static final Pattern DILIGENCE = anyOf(
            "^(?:尽快|切实|真正)?(?:把|将)(?:各项|好|每|所有|这).{0,8}(?:做好|做实|办好|抓实|抓细|抓好|落实|落细|落到实处)",
            "使用起来$",
            "^(?:切实|始终|真正|自觉)?(?:将|把).{0,14}(?:精神|思想|理念|意识|责任感|要求).{0,4}(?:落实到|贯彻|转化|体现|融入|统一到)",
            "^(?:亲自|具体|带头|直接|靠前)(?:抓|干|管|上手|过问|部署)");
    private static final Pattern HARDSHIP = Pattern.compile("(?:帮助|及时|协调)?解决(?:好)?(?:实际|具体)?(?:困难|问题|困难和问题)");
    private static final Pattern SUMMONS = Pattern.compile("增强|坚定|牢记|树立|树牢|做到|践行|自觉|弘扬|见贤|担当|争当|争做");
    private static final Pattern SOME = Pattern.compile("的|各类|优秀");
    static final Set<String> CALLING = Set.of("引导", "鼓励", "教育", "教育引导", "动员", "带动", "关心", "服务", "发动");
    private static final Set<String> APPOINTING = Set.of("选拔", "任用", "选拔任用", "使用", "充实", "引进", "培养", "留住", "注重", "用好");

    private Idle() {}

    private static Pattern anyOf(String... kinds) {
        return Pattern.compile(String.join("|", kinds));
    }

    /** Not a predicate of its own, whatever numbers stand in it. */
    static boolean phrase(Clause clause) {
        var body = clause.body();
        if (body.length() < 4 || NAMED_YEAR.matcher(body).lookingAt() || LISTED.matcher(body).find()
                || STATES.matcher(clause.object()).lookingAt() || COMPLAINT.matcher(body).find()) {
            return true;
        }
        if (APART.matcher(body).find() && !body.contains("作为") || CONDITION.matcher(body).matches() && !Limits.bound(clause)) {
            return true;
        }
        boolean done = DONE.matcher(body).matches() || ALREADY.matcher(body).find();
        return done && !clause.asks() || grounds(clause);
    }

    /** 按照……要求, 采取……方式: the ground or the means, without an ask of its own. */
    private static boolean grounds(Clause clause) {
        var body = clause.body();
        boolean weak = clause.kind() == null || clause.is(ATTITUDE);
        if (GROUND.matcher(body).matches() && !clause.asks()) {
            return true;
        }
        if (ACCORDING.matcher(body).matches() && (weak || clause.is(CONTINUE) || LIGHTLY.matcher(body).lookingAt())) {
            return true;
        }
        return BASED_ON.matcher(body).find() && (weak || clause.object().isEmpty() && !clause.is(DELIVER, REDRESS));
    }

    static boolean slogan(Clause clause, boolean lead) {
        var body = clause.body();
        var object = clause.object();
        boolean makes = clause.is(DELIVER, COMPLETE) && clause.noun() == ObjectClass.INSTITUTION;
        if (SCHEDULES.matcher(body).find() || body.length() >= 4 && ONE_BY_ONE.matcher(body).lookingAt() && clause.is(DELIVER, REDRESS)) {
            return false;
        }
        if (DILIGENCE.matcher(body).find() || HARDSHIP.matcher(clause.verb() + object).matches()) {
            return true;
        }
        if (body.length() <= 5 && !makes || !clause.is(REDRESS) && ANY_WORK.matcher(object).matches() || FOUR.matcher(body).matches() && !makes) {
            return true;
        }
        if (object.length() <= 5 && THIN.matcher(object).find() && !(clause.verb().equals("规范") && object.length() >= 4) && clause.is(CONTINUE, OBEY, COMPLETE, BUILD)) {
            return true;
        }
        if (clause.is(OBEY) && ORDERS.matcher(object).find() || clause.is(CONTINUE) && GOING_ON.matcher(object).matches()) {
            return true;
        }
        return CALLED.matcher(object).find() && clause.verb().equals("作为") || bearing(clause) || people(clause) || trailing(clause, lead);
    }

    /** 坚持 counts only where it carries on an activity or a rule. */
    private static boolean bearing(Clause clause) {
        return clause.adverbial().startsWith("坚持") && !clause.is(CAMPAIGN, OBEY, DELIVER, ADOPT)
                || clause.verb().startsWith("发挥") && !clause.verb().equals("发挥好") && !NAME.matcher(clause.object()).find();
    }

    private static boolean people(Clause clause) {
        var object = clause.object();
        boolean calls = CALLING.contains(clause.verb())
                && EVERYBODY.matcher(object).find() && clause.noun() != ObjectClass.WORK
                && (clause.noun() == ObjectClass.ABSTRACT || SUMMONS.matcher(object).find() || object.startsWith("广大") || object.startsWith("全体"));
        boolean appoints = APPOINTING.contains(clause.verb()) && STAFF.matcher(object).find()
                && SOME.matcher(object).find();
        return calls || appoints;
    }

    /** 推动 and 促进 behind another clause name its effect. */
    private static boolean trailing(Clause clause, boolean lead) {
        if (!lead && SAFELY.matcher(clause.verb() + clause.object()).matches()) {
            return true;
        }
        if (!clause.verb().equals("推动")) {
            return false;
        }
        return switch (clause.noun()) {
            case WORK, STRUCTURE, INSTITUTION, SYSTEM, OTHER -> !lead;
            case ABSTRACT, NONE, WORKFORCE -> true;
        };
    }
}
