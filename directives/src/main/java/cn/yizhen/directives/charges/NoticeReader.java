package cn.yizhen.directives.charges;

import cn.yizhen.directives.charges.ProposedCharge.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through a notice line by line: a person, then what the person is in charge of; or a table with both. */
final class NoticeReader {

    private static final Pattern NUMBERING = Pattern.compile("^[\\s　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d+[.．、])?[\\s　]*");

    /** Verbs count at the start of a clause only: 密切联系群众 makes nobody the liaison of anything. */
    private static final Pattern VERB = Pattern.compile("(?<=^|[，,。；;：:、\\s　\\t]|并|同时|具体)"
            + "(协助[^，。；、\\t]{0,14}?(?:分管|负责|抓|做好)|协管|分管|负责|主持|包联|挂联|挂包|包保|包抓|联系|牵头)[：:]?");
    private static final Pattern SUBSTITUTE = Pattern.compile("(?:与|同|和)([\\p{IsHan}]{2,4}?)(?:同志)?互为\\s*(?:AB|A、B|Ａ、?Ｂ)\\s*[角岗]|B\\s*[角岗](?:为|是)?[：:]?\\s*([\\p{IsHan}]{2,4}?)(?=同志|[，。；\\s　]|$)");
    /** Headings of the column that says who. */
    private static final Set<String> NAMES = Set.of("姓名", "领导", "领导姓名", "县领导", "领导成员", "班子成员", "成员", "成员姓名", "领导同志", "同志");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;\\n]");

    private final String text;
    private final List<ProposedCharge> charges = new ArrayList<>();
    private @Nullable Person person;
    private Map<Integer, Relation> columns = Map.of();
    private int nameColumn = -1;
    private int titleColumn = -1;

    NoticeReader(String text) {
        this.text = text;
    }

    List<ProposedCharge> read() {
        int at = 0;
        for (var line : text.split("\n", -1)) {
            if (line.contains("\t")) {
                row(line, at);
            } else {
                paragraph(line, at);
            }
            at += line.length() + 1;
        }
        return charges;
    }

    private void paragraph(String line, int at) {
        var numbering = NUMBERING.matcher(line);
        int from = numbering.find() ? numbering.end() : 0;
        var body = line.substring(from);
        var verb = VERB.matcher(body);
        var head = verb.find() ? body.substring(0, verb.start()) : body;
        Person.in(head).or(() -> head.length() < body.length() ? Person.bare(head) : Optional.empty()).ifPresent(found -> person = found);
        // what a unit is to do is not what the person before it is in charge of
        if (person != null && head.length() < body.length() && !Person.unit(head)) {
            clauses(body.substring(head.length()), at + from + head.length());
        }
    }

    /** A row of a table: the header says which column is what. */
    private void row(String line, int at) {
        var cells = line.split("\t", -1);
        if (header(cells)) {
            return;
        }
        if (nameColumn < 0 || nameColumn >= cells.length) {
            paragraph(line.replace('\t', ' '), at);
            return;
        }
        var name = cells[nameColumn].replaceAll("[\\s　]|同志", "");
        var title = titleColumn >= 0 && titleColumn < cells.length ? cells[titleColumn].strip() : "";
        if (!name.isEmpty()) {
            person = new Person(name, title);
        }
        int start = at;
        for (int i = 0; i < cells.length; i++) {
            var relation = columns.get(i);
            if (person != null && relation != null && !cells[i].isBlank()) {
                cell(cells[i], start, relation);
            }
            start += cells[i].length() + 1;
        }
    }

    private void cell(String cell, int at, Relation relation) {
        if (VERB.matcher(cell).lookingAt()) {
            clauses(cell, at);
        } else {
            items(cell, at, relation, cell);
        }
    }

    private boolean header(String[] cells) {
        var kinds = new TreeMap<Integer, Relation>();
        int name = -1;
        int title = -1;
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i].replaceAll("[\\s　]", "");
            if (NAMES.contains(cell)) {
                name = i;
            } else if (cell.equals("职务")) {
                title = i;
            } else if (cell.length() <= 10) {
                relation(cell, kinds, i);
            }
        }
        if (name < 0 || kinds.isEmpty()) {
            return false;
        }
        nameColumn = name;
        titleColumn = title;
        columns = kinds;
        return true;
    }

    private static void relation(String heading, Map<Integer, Relation> kinds, int column) {
        if (heading.matches(".*(?:AB角|Ａ?Ｂ角|B角|B岗|AB岗).*")) {
            kinds.put(column, Relation.SUBSTITUTE);
        } else if (heading.matches(".*(?:包联|挂联|挂包|包保|联系乡|联系镇|联系村).*")) {
            kinds.put(column, Relation.LOOKS_AFTER);
        } else if (heading.contains("协管") || heading.contains("协助")) {
            kinds.put(column, Relation.ASSISTS);
        } else if (heading.contains("联系")) {
            kinds.put(column, Relation.LIAISES);
        } else if (heading.contains("分管") || heading.contains("负责") || heading.contains("分工")) {
            kinds.put(column, Relation.IN_CHARGE);
        }
    }

    /** Verb by verb: each reaches to the next one or to the end of its sentence. */
    private void clauses(String body, int at) {
        var verb = VERB.matcher(body);
        var starts = new ArrayList<int[]>();
        var relations = new ArrayList<Relation>();
        while (verb.find()) {
            boolean whole = verb.group(1).equals("主持");
            starts.add(new int[] {whole ? verb.start(1) : verb.end(), verb.start()});
            relations.add(relation(verb.group(1)));
        }
        for (int i = 0; i < starts.size(); i++) {
            int until = i + 1 < starts.size() ? starts.get(i + 1)[1] : body.length();
            var end = SENTENCE_END.matcher(body).region(starts.get(i)[0], until);
            int stop = end.find() ? end.start() : until;
            items(body.substring(starts.get(i)[0], stop), at + starts.get(i)[0], relations.get(i), sentence(at + starts.get(i)[0]));
        }
        substitutes(body, at);
    }

    private void substitutes(String body, int at) {
        Matcher found = SUBSTITUTE.matcher(body);
        while (found.find()) {
            int group = found.group(1) != null ? 1 : 2;
            add(Relation.SUBSTITUTE, at + found.start(group), at + found.end(group), sentence(at + found.start()));
        }
    }

    private static Relation relation(String verb) {
        if (verb.startsWith("协")) {
            return Relation.ASSISTS;
        }
        return switch (verb) {
            case "联系" -> Relation.LIAISES;
            case "包联", "挂联", "挂包", "包保", "包抓" -> Relation.LOOKS_AFTER;
            case "牵头" -> Relation.LEADS;
            default -> Relation.IN_CHARGE;
        };
    }

    private void items(String list, int at, Relation relation, String evidence) {
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : '、';
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (i == list.length() || depth <= 0 && "、，,；;。\n/".indexOf(c) >= 0) {
                item(list, start, i, at, relation, evidence,
                        start > 0 && list.substring(i).replaceAll("[，,；;。、\\s　]", "").isEmpty());
                start = i + 1;
            }
        }
    }

    /** @param closes the last of several: a 工作 at its end belongs to the whole list */
    private void item(String list, int from, int until, int at, Relation relation, String evidence, boolean closes) {
        int start = from;
        int end = until;
        while (start < end && " 　\t".indexOf(list.charAt(start)) >= 0) {
            start++;
        }
        var words = list.substring(start, end);
        var tail = Pattern.compile("(?:等)?(?:方面|领域)?(?:的)?(?:有关|相关|各项)?(?:工作|事务|单位|部门)?(?:等)?[\\s　]*$").matcher(words);
        boolean whole = words.startsWith("主持");
        if (!whole && tail.find() && tail.start() > 1 && words.substring(tail.start()).startsWith("等") || !whole && words.matches(closes ? "..+工作" : ".+方面(?:的)?工作")) {
            end = start + tail.start();
        }
        words = list.substring(start, end).strip();
        boolean substitute = words.matches("与.*互为.*|.*[ABＡＢ]\\s*[角岗].*");
        if (words.length() >= 2 && !substitute && !words.matches("(?:等|工作|及|以及|单位|部门|领导|日常)+")) {
            add(relation, at + start, at + start + words.length(), evidence);
        }
    }

    private void add(Relation relation, int start, int end, String evidence) {
        var who = person;
        if (who != null) {
            charges.add(new ProposedCharge(who.name(), who.title(), relation, text.substring(start, end),
                    text.codePointCount(0, start), text.codePointCount(0, end), evidence.strip()));
        }
    }

    private String sentence(int at) {
        int from = at;
        while (from > 0 && "。；;\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var end = SENTENCE_END.matcher(text);
        return text.substring(from, end.find(at) ? end.start() : text.length()).replace('\t', ' ');
    }
}
