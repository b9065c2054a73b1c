package cn.yizhen.directives;

import cn.yizhen.directives.Punctuation.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a sentence into clauses, joins a preposed object to its verb and hands the subject on. */
final class SentenceParts {

    /** @param lead not a clause that trails another as its effect */
    record Part(Clause clause, String subject, boolean lead) {}

    private static final Pattern PREPOSED = Pattern.compile(
            "^(?:(?:坚持|要|也|都)?(?:对|对于|将|把)(?!照|标|接|于|立足|继续|进一步|全力|着力|以|按照|围绕|通过|严格|重点|集中|坚持|大力)).{2,60}");
    private static final Pattern MEASURES =
            Pattern.compile("(?:总|全|共)?(?:改造|硬化|绿化)?(?:长|宽|里程|面积|建筑面积|建设面积|占地面积|占地|投资|投资额|概算|工期|建设规模|规模)(?:约|达|为)?\\d|(?:每[周月年天日季]度?)?(?:不少于|不低于|不超过)\\d|(?:共计?|约|合计|总计)\\d[^，,]{0,10}$");
    private static final Pattern DESCRIBED = Pattern.compile("[^，]{0,16}的[^，]{2,}");
    private static final Pattern OWN_VERB = Pattern.compile("(?<![主重需紧])要(?!求)|按照|依照|作为|摆在|放在|纳入|融入|贯穿|落实到|抓在|列为|当作|进行|作了|做了|提出|予以|给予");
    private static final Pattern PIVOT = Pattern.compile("^(?:支持|鼓励|引导|动员|组织|督促|指导).{2,30}(?:聚焦|围绕|立足|结合|因.制宜|利用|发挥|不等不靠).*");
    private static final Pattern SAYS = Pattern.compile("^(?:提出|开展|积极|主动|撰写|参与|建言|发展|兴办|领办|创办).*");

    private final String text;
    private final ClauseParser parser;
    private final List<Part> parts = new ArrayList<>();

    SentenceParts(String text, int start, int end, ClauseParser parser) {
        this.text = text;
        this.parser = parser;
        var chain = new Chain(text, parser);
        var pieces = Punctuation.clauses(text, start, end);
        var subject = "";
        boolean lead = true;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = trimmed(pieces.get(i));
            int last = joined(pieces, i);
            var whole = new Piece(piece.start(), trimmed(pieces.get(last)).end(), pieces.get(last).mark());
            i = last;
            boolean empty = false;
            for (var part : chain.parts(whole)) {
                var clause = parser.parse(text, part.start(), part.end());
                subject = clause.subject().isEmpty() ? subject : clause.subject();
                empty = clause.body().isEmpty();
                if (clause.end() > clause.start()) {
                    parts.add(new Part(clause, subject, lead || clause.asks()));
                }
            }
            if (empty && last < pieces.size() - 1) {
                continue;
            }
            lead = pieces.get(last).mark() == '；' || pieces.get(last).mark() == ';';
        }
    }

    List<Part> clauses() {
        return parts;
    }

    /** Index of the piece the directive that begins with piece {@code i} runs to. */
    private int joined(List<Piece> pieces, int i) {
        if (i + 1 >= pieces.size() || pieces.get(i).mark() == '；') {
            return i;
        }
        var words = text.substring(pieces.get(i).start(), pieces.get(i).end());
        var next = text.substring(pieces.get(i + 1).start(), pieces.get(i + 1).end());
        var clause = parser.parse(text, pieces.get(i).start(), pieces.get(i).end());
        if (MEASURES.matcher(next).lookingAt() && clause.kind() != null) {
            return i + 1;
        }
        if (PREPOSED.matcher(clause.body()).matches() && (clause.verb().isEmpty() || describes(clause) || names(clause)) && !OWN_VERB.matcher(words).find()) {
            return i + 1;
        }
        if (PREPOSED.matcher(clause.body()).matches() && clause.body().endsWith("的")) {
            return i + 1;
        }
        return PIVOT.matcher(clause.body()).matches() && SAYS.matcher(next).matches() ? i + 1 : i;
    }

    /** 对排查出的隐患，: the verb belongs to what describes the object, not to the clause. */
    private static boolean describes(Clause clause) {
        return DESCRIBED.matcher(clause.object()).matches() && PREPOSED.matcher(clause.adverbial() + clause.verb() + clause.object()).matches()
                && clause.adverbial().length() <= 3;
    }

    /** 对学校等公共服务单位，: what looks like a verb is part of a name. */
    private static boolean names(Clause clause) {
        return clause.adverbial().length() > 3 && clause.object().length() <= 4 && Words.namesUnit(clause.body());
    }

    /** Without the annotation in brackets that may close an item, and without closing marks. */
    private Piece trimmed(Piece piece) {
        int start = piece.start();
        int end = piece.end();
        while (start < end && "”’）)、 ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "。！？；，.!?;,、".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Piece(start, end, piece.mark());
    }
}
