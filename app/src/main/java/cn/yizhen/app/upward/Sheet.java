package cn.yizhen.app.upward;

import cn.yizhen.rules.calendar.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a return as pages show them (上报表版面): pillar, duty and period with the county's total first and its parts
 * folded behind it.
 */
public record Sheet(Map<String, List<Line>> pillars, int rows) {

    /** @param parts townships, the county's own offices, kinds of unit */
    public record Line(String institution, String title, Period period, ReturnRow whole, List<ReturnRow> parts) {

        public List<ReturnRow> parts(Area.Kind kind) {
            return parts.stream().filter(row -> row.area().kind() == kind).toList();
        }
    }

    static Sheet of(List<ReturnRow> rows) {
        Map<String, List<Line>> pillars = new LinkedHashMap<>();
        List<ReturnRow> parts = new ArrayList<>();
        for (ReturnRow row : rows) {
            if (row.area().kind() == Area.Kind.COUNTY) {
                parts = new ArrayList<>();
                pillars.computeIfAbsent(row.pillar(), _ -> new ArrayList<>()).add(new Line(row.institution(), row.title(), row.period(), row, parts));
            } else {
                parts.add(row);
            }
        }
        return new Sheet(pillars, rows.size());
    }

    /** The districts' rows: townships in order of the division, then the county's own offices together. */
    public static List<ReturnRow> districts(Line line) {
        return line.parts().stream().filter(row -> row.area().kind() != Area.Kind.UNIT_KIND).toList();
    }
}
