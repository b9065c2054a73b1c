package cn.yizhen.directives.charges;

import cn.yizhen.directives.charges.ProposedCharge.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a notice line by line: a person, then what the person is in charge of; or a table with both. */
final class NoticeReader {

    private static final Pattern NUMBERING = Pattern.compile("^[\\s　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d+[.．、])?[\\s　]*");

    private static final String VERBS = "(协助[^，。；、\\t]{0,14}?(?:分管|负责|抓|做好)|协管|分管|负责|主持|包联|挂联|挂包|包保|包抓|联系|牵头)"
            + "(?:(?:工作|领域|方面|部门|单位|科室|股室|事项|乡镇)?[：:])?";
    private static final Pattern WORD = Pattern.compile(VERBS);
    /** Verbs count at the start of a clause only: 密切联系群众 makes nobody the liaison of anything. */
    private static final Pattern VERB = Pattern.compile("(?<=^|[，,。；;：:、\\s　\\t]|并|同时|具体)" + VERBS);
    /** In a cell that begins without one: 文化、旅游；联系县医保局. */
    private static final Pattern CLAUSE_VERB = Pattern.compile("(?<=[。；;])" + VERBS);
    private static final Pattern SUBSTITUTE = Pattern.compile("(?:与|同|和)([\\p{IsHan}]{2,4}?)(?:同志)?互为\\s*(?:AB|A、B|Ａ、?Ｂ)\\s*[角岗]|B\\s*[角岗](?:为|是)?[：:]?\\s*([\\p{IsHan}]{2,4}?)(?=同志|[，。；\\s　]|$)");
    /** Headings of the column that says who. */
    private static final Pattern NAMES = Pattern.compile("(?:姓名|领导|县领导|领导成员|班子成员|成员|领导同志|同志|领导姓名|成员姓名|班子成员姓名)(?:[（(、及和与]*职务[）)]?)?");
    private static final Pattern HEADING = Pattern.compile("(?:主要|具体)?(?:分管|协管|协助|负责|联系|包联|挂联|挂包|包保|分工|AB|B)(?:[、和及]|分管|协管|负责|联系|包联|工作|部门|单位|乡镇|村|方面|领域|事项|企业|项目|科室|股室|角|岗|的|（村）)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;\\n]");

    /** Words that may stand before a verb and name nobody: the sentence goes on with whoever was named. */
    private static final Pattern GOES_ON = Pattern.compile("(?:[\\s　：:，,、]|并|还|另|另外|此外|同时|其中|具体|日常|兼|(?:主要|具体|工作|个人|岗位)*(?:职责|分工|任务)(?:是|为|如下)?|在[^。；]{1,24}下|(?:根据|按照)[^。；]{1,24})*");
    private static final Pattern LEAD_IN = Pattern.compile("^(?:此外|另外|同时|其中|另|由|请)[，,]?");
    /** 县财政局由李强同志分管. */
    private static final Pattern REVERSED = Pattern.compile("(?<=^|[，,。；;\\s　])([^，,。；;\\n]{2,40}?)由([^，,。；;\\n]{2,24}?)(协管|分管|负责|包联|挂联|联系|牵头)(?=[，,。；;\\s　]|$)");
    private static final Pattern CLAUSE = Pattern.compile("(?<=[。；;，,])[\\s　]*(?:\\d+[.．、])?");

    private final String text;
    private final List<ProposedCharge> charges = new ArrayList<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private List<Person> people = List.of();
    private Map<Integer, Relation> columns = Map.of();
    private int width;
    private int nameColumn = -1;
    private int titleColumn = -1;

    NoticeReader(String text) {
        this.text = text;
    }

    void read() {
        int at = 0;
        for (var line : text.split("\n", -1)) {
            if (line.contains("\t")) {
                row(line, at);
            } else {
                paragraph(line, at);
            }
            at += line.length() + 1;
        }
    }

    List<ProposedCharge> charges() {
        return charges;
    }

    /** Sentences that put somebody in charge of something and do not say whom, and rows whose cells do not stand under the head of their table. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    private void paragraph(String line, int at) {
        var numbering = NUMBERING.matcher(line);
        int from = numbering.find() ? numbering.end() : 0;
        var starts = personStarts(line, from);
        for (int i = 0; i < starts.size(); i++) {
            int until = i + 1 < starts.size() ? starts.get(i + 1) : line.length();
            sentences(line.substring(starts.get(i), until), at + starts.get(i));
        }
        if (people.size() > 1) {
            people = List.of();
        }
    }

    /** Where the paragraph begins, and where in it somebody else is named: 周正同志主持……，陈明同志主持……. */
    private static List<Integer> personStarts(String line, int from) {
        var starts = new ArrayList<Integer>(List.of(from));
        var clause = CLAUSE.matcher(line).region(from, line.length());
        while (clause.find()) {
            int start = clause.end();
            var end = SENTENCE_END.matcher(line);
            var sentence = line.substring(start, end.find(start) ? end.start() : line.length());
            var verb = WORD.matcher(sentence);
            var head = verb.find() ? sentence.substring(0, verb.start()) : "";
            if (!head.matches(".*[，,].*") && !Person.in(head).isEmpty() && !LEAD_IN.matcher(head).find()) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** What one person, or several together, are in charge of. */
    private void sentences(String body, int at) {
        var verb = VERB.matcher(body);
        boolean found = verb.find();
        var head = found ? body.substring(0, verb.start()) : body;
        var word = WORD.matcher(body);
        // 周正同志分管……: the verb stands right behind the name
        var close = word.find() && word.start() < head.length() ? Person.in(LEAD_IN.matcher(body.substring(0, word.start())).replaceFirst("")) : List.<Person>of();
        if (!close.isEmpty()) {
            people = close;
            clauses(body.substring(word.start()), at + word.start());
        } else {
            named(head, found);
            if (found && !people.isEmpty()) {
                clauses(body.substring(head.length()), at + head.length());
            } else if (found || REVERSED.matcher(body).find() || glued(body)) {
                missed(body);
            }
        }
        reversed(body, at);
    }

    /** 李强分管财政: perhaps a name, perhaps the word before a verb. */
    private static boolean glued(String body) {
        var word = WORD.matcher(body);
        return word.find() && Person.bare(body.substring(0, word.start())).isPresent();
    }

    /** Who is meant from here on. What a unit, or 各副县长, are to do is not what the person before it is in charge of. */
    private void named(String head, boolean asks) {
        var named = Person.in(LEAD_IN.matcher(head).replaceFirst(""));
        if (named.isEmpty() && asks) {
            named = Person.bare(head).stream().toList();
        }
        var office = named.isEmpty() ? Person.office(head) : Optional.<String>empty();
        if (!named.isEmpty()) {
            people = named;
        } else if (office.isPresent() && namedJustNow()) {
            people = List.of(new Person(people.getFirst().name(), office.get()));
        } else if (office.isPresent() && asks) {
            people = List.of(new Person("", office.get()));
        } else if (asks && !GOES_ON.matcher(head).matches()) {
            people = List.of();
        }
    }

    /** A name on a line of its own, whose office may stand on the next. */
    private boolean namedJustNow() {
        return people.size() == 1 && people.getFirst().title().isEmpty() && charges.stream().noneMatch(one -> one.person().equals(people.getFirst().name()));
    }

    private void missed(String sentence) {
        unread.add(sentence.replace('\t', ' ').strip());
    }

    private void reversed(String body, int at) {
        var found = REVERSED.matcher(body);
        while (found.find()) {
            var who = Person.in(found.group(2));
            if (who.isEmpty()) {
                who = Person.bare(found.group(2)).stream().toList();
            }
            if (!who.isEmpty()) {
                var before = people;
                people = who;
                items(found.group(1), at + found.start(1), relation(found.group(3)), sentence(at + found.start(1)));
                people = before;
                unread.removeIf(one -> one.contains(found.group()));
            }
        }
    }

    /** A row of a table: the header says which column is what. */
    private void row(String line, int at) {
        var cells = line.split("\t", -1);
        if (header(cells) || below(cells)) {
            return;
        }
        if (columns.isEmpty()) {
            paragraph(line.replace('\t', ' '), at);
            return;
        }
        if (cells.length != width) {
            missed(line);
            people = List.of(); // a row that goes on from this one is not the person's above it
            return;
        }
        who(cells);
        int start = at;
        for (int i = 0; i < cells.length; i++) {
            var relation = columns.get(i);
            if (relation != null && !cells[i].isBlank()) {
                if (people.isEmpty()) {
                    missed(line);
                } else {
                    cell(cells[i], start, relation);
                }
            }
            start += cells[i].length() + 1;
        }
    }

    /** A cell merged with the one above is empty and means the same people. */
    private void who(String[] cells) {
        var title = titleColumn < 0 ? "" : cells[titleColumn].strip();
        var name = nameColumn < 0 ? "" : cells[nameColumn].strip();
        if (nameColumn == titleColumn || nameColumn < 0 ? !title.isEmpty() : !name.isEmpty()) {
            people = nameColumn < 0 ? List.of(new Person("", title)) : inCell(name, nameColumn == titleColumn ? "" : title);
        }
    }

    private static List<Person> inCell(String cell, String title) {
        var bare = cell.replaceAll("同志", "").replaceAll("(?<=^|[、，,/])[\\s　]*(\\p{IsHan})[\\s　]+(\\p{IsHan})(?=[\\s　]*(?:$|[、，,/]))", "$1$2");
        var names = bare.split("[、，,/]");
        if (names.length > 1 && Arrays.stream(names).allMatch(name -> Person.bare(name).isPresent())) {
            return Arrays.stream(names).map(name -> new Person(name.replaceAll("[\\s　]", ""), title)).toList();
        }
        var both = Person.in(cell);
        return both.isEmpty() ? List.of(new Person(bare.replaceAll("[\\s　]", ""), title)) : both.stream().map(one -> one.title().isEmpty() ? new Person(one.name(), title) : one).toList();
    }

    /** The second row of a head: the parts of 分工, under a cell that goes on from above. */
    private boolean below(String[] cells) {
        var kinds = new TreeMap<Integer, Relation>();
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i].replaceAll("[\\s　]", "");
            if (cell.isEmpty() || NAMES.matcher(cell).matches() || cell.equals("职务")) {
                continue;
            }
            if (cell.length() > 10 || !HEADING.matcher(cell).matches()) {
                return false;
            }
            relation(cell, kinds, i);
        }
        if (kinds.isEmpty() || columns.isEmpty()) {
            return false;
        }
        var above = new TreeMap<>(columns); // B角 may reach down through both rows of the head
        above.putAll(kinds);
        columns = above;
        width = cells.length;
        return true;
    }

    private void cell(String cell, int at, Relation relation) {
        if (VERB.matcher(cell).lookingAt()) {
            clauses(cell, at);
        } else {
            var verb = CLAUSE_VERB.matcher(cell);
            int until = verb.find() ? verb.start() : cell.length();
            items(cell.substring(0, until), at, relation, cell.substring(0, until));
            if (until < cell.length()) {
                clauses(cell.substring(until), at + until);
            }
        }
    }

    private boolean header(String[] cells) {
        var kinds = new TreeMap<Integer, Relation>();
        int name = -1;
        int title = -1;
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i].replaceAll("[\\s　]", "");
            if (NAMES.matcher(cell).matches()) {
                name = i;
                title = cell.contains("职务") ? i : title;
            } else if (cell.matches("职务|现任职务|岗位|领导职务")) {
                title = i;
            } else if (cell.length() <= 10) {
                relation(cell, kinds, i);
            }
        }
        if (name < 0 && title < 0 || kinds.isEmpty()) {
            return false;
        }
        nameColumn = name;
        titleColumn = title;
        columns = kinds;
        width = cells.length;
        people = List.of();
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
            if (group == 1) {
                mutual(found.group(1), sentence(at + found.start()));
            }
        }
    }

    /** 互为: the other steps back in for whoever is spoken of. */
    private void mutual(String other, String evidence) {
        if (people.size() != 1 || people.getFirst().name().isEmpty()) {
            return;
        }
        var first = people.getFirst().name();
        int start = text.indexOf(first);
        if (start >= 0) {
            charges.add(new ProposedCharge(other, "", Relation.SUBSTITUTE, first, text.codePointCount(0, start),
                    text.codePointCount(0, start + first.length()), evidence.strip()));
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
        boolean ofMany = words.matches("(?:各|其他|其它|全体|所有).*(?:负责|分管|联系|牵头).*");
        if (words.length() >= 2 && !substitute && !ofMany && !words.matches("(?:等|工作|及|以及|单位|部门|领导|日常)+")) {
            add(relation, at + start, at + start + words.length(), evidence);
        }
    }

    private void add(Relation relation, int start, int end, String evidence) {
        for (var who : people) {
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
