package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.reading.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of one row under their headings.
 *
 * @param hidden what the row carries out of sight to be known again, empty for nothing
 */
record TaskCells(Map<TaskColumn, String> texts, String hidden) {

    private static final Pattern LEAD = Pattern.compile("\\s*[（(]\\s*(?:牵头|牵头单位|主责)\\s*[）)]\\s*");

    static TaskCells of(Map<TaskColumn, String> texts, Sheet.Line line) {
        var hidden = line.values().get(Sheet.HIDDEN);
        return new TaskCells(texts, hidden == null ? "" : hidden.text());
    }

    String number() {
        return oneLine(texts.get(TaskColumn.NUMBER));
    }

    String wording() {
        return oneLine(texts.get(TaskColumn.WORDING));
    }

    /** @param above heading that stands over the row, for a table without a column of headings */
    Task task(String above, String number) {
        return new Task(hidden.isEmpty() ? texts.getOrDefault(TaskColumn.ID, "") : hidden, number,
                texts.containsKey(TaskColumn.HEADING) ? oneLine(texts.get(TaskColumn.HEADING)) : above, "", wording(), names(texts.get(TaskColumn.LEADERS)),
                leads(), supports(), oneLine(texts.get(TaskColumn.DEADLINE)), oneLine(texts.get(TaskColumn.REMARK)));
    }

    private List<String> leads() {
        var named = names(texts.get(TaskColumn.LEADS));
        if (texts.containsKey(TaskColumn.LEADS) || !texts.containsKey(TaskColumn.RESPONSIBLE)) {
            return named;
        }
        var all = Arrays.stream(parts(texts.get(TaskColumn.RESPONSIBLE))).toList();
        return all.stream().filter(name -> LEAD.matcher(name).find()).findFirst().or(() -> all.stream().findFirst())
                .map(name -> LEAD.matcher(name).replaceAll("")).stream().toList();
    }

    private List<String> supports() {
        var leads = leads();
        var named = new ArrayList<>(names(texts.get(TaskColumn.SUPPORTS)));
        names(texts.get(TaskColumn.RESPONSIBLE)).stream().filter(name -> !leads.contains(name)).forEach(named::add);
        return named.stream().distinct().toList();
    }

    private static List<String> names(@Nullable String cell) {
        return Arrays.stream(parts(cell)).map(name -> LEAD.matcher(name).replaceAll("")).distinct().toList();
    }

    private static String[] parts(@Nullable String cell) {
        return cell == null || cell.isBlank() ? new String[0]
                : Arrays.stream(cell.split("[、，,；;\\n]+")).map(String::strip).filter(name -> !name.isEmpty()).toArray(String[]::new);
    }

    private static String oneLine(@Nullable String cell) {
        return cell == null ? "" : cell.lines().map(String::strip).collect(Collectors.joining());
    }
}
