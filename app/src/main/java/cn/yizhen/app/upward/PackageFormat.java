package cn.yizhen.app.upward;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a package (报送包的格式), version {@value #SCHEMA}: {@code manifest.json} with its signature in
 * {@code manifest.sig}, {@code returns.jsonl} and {@code rows.jsonl}. A line has exactly the fields named here: there
 * is no room for a village or a person, and a package with more is refused.
 */
final class PackageFormat {

    static final int SCHEMA = 1;
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String RETURNS = "returns.jsonl";
    static final String ROWS = "rows.jsonl";
    static final List<String> FILES = List.of(MANIFEST, SIGNATURE, RETURNS, ROWS);

    static final Set<String> RETURN_FIELDS = Set.of("id", "county", "act", "number", "from", "until", "on", "known", "catalogue", "issued", "supersedes", "reason");
    static final Set<String> ROW_FIELDS = Set.of("return", "place", "area", "code", "name", "pillar", "institution", "duty", "title", "from", "until",
            "countedOut", "exempt", "met", "metLate", "open", "notSeen");

    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    /** More of anything than a county has, and few enough that a hundred counties can be added up. */
    private static final int MOST = 10_000_000;

    private PackageFormat() {}

    /** A return with its rows. */
    record Whole(IssuedReturn issued, List<ReturnRow> rows) {}

    static String line(IssuedReturn one) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", one.id().toString());
        fields.put("county", one.county());
        fields.put("act", one.act().toString());
        fields.put("number", one.number());
        fields.put("from", one.period().from().toString());
        fields.put("until", one.period().until().toString());
        fields.put("on", one.asOf().on().toString());
        fields.put("known", one.asOf().known());
        fields.put("catalogue", one.catalogue());
        fields.put("issued", one.issuedOn().toString());
        fields.put("supersedes", one.supersedes() == null ? "" : one.supersedes().toString());
        fields.put("reason", one.reason());
        return JSON.writeValueAsString(fields);
    }

    static String line(IssuedReturn of, ReturnRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("return", of.id().toString());
        fields.put("place", row.place());
        fields.put("area", row.area().kind().word());
        fields.put("code", row.area().code());
        fields.put("name", row.area().name());
        fields.put("pillar", row.pillar());
        fields.put("institution", row.institution());
        fields.put("duty", row.duty());
        fields.put("title", row.title());
        fields.put("from", row.period().from().toString());
        fields.put("until", row.period().until().toString());
        fields.put("countedOut", row.tally().countedOut());
        fields.put("exempt", row.tally().exempt());
        fields.put("met", row.tally().met());
        fields.put("metLate", row.tally().metLate());
        fields.put("open", row.tally().open());
        fields.put("notSeen", row.tally().notSeen());
        return JSON.writeValueAsString(fields);
    }

    /** @throws RuntimeException of many kinds where a field is missing or no value of its type */
    static IssuedReturn issued(JsonNode line) {
        only(line, RETURN_FIELDS);
        var supersedes = text(line, "supersedes");
        return new IssuedReturn(UUID.fromString(text(line, "id")), text(line, "county"), UUID.fromString(text(line, "act")), count(line, "number"),
                period(line), new AsOf(day(line, "on"), line.required("known").asLong()), text(line, "catalogue"),
                day(line, "issued"), supersedes.isEmpty() ? null : UUID.fromString(supersedes), text(line, "reason"));
    }

    static ReturnRow row(JsonNode line) {
        only(line, ROW_FIELDS);
        var kind = Area.Kind.of(text(line, "area")).orElseThrow(() -> new IllegalArgumentException("范围只能是全县、县级、乡镇、单位类别"));
        return new ReturnRow(count(line, "place"), new Area(kind, text(line, "code"), text(line, "name")), text(line, "pillar"), text(line, "institution"),
                text(line, "duty"), text(line, "title"), period(line),
                new Tally(count(line, "countedOut"), count(line, "exempt"), count(line, "met"), count(line, "metLate"), count(line, "open"), count(line, "notSeen")));
    }

    private static void only(JsonNode line, Set<String> fields) {
        if (!line.isObject()) {
            throw new IllegalArgumentException("不是一行记录");
        }
        line.propertyNames().forEach(name -> {
            if (!fields.contains(name)) {
                throw new IllegalArgumentException("有这个格式没有的栏目“" + name + "”");
            }
        });
    }

    private static Period period(JsonNode line) {
        return new Period(day(line, "from"), day(line, "until"));
    }

    /** A day of this century: what a database cannot hold is no day of a return. */
    static LocalDate day(JsonNode line, String field) {
        var day = LocalDate.parse(text(line, field));
        if (day.getYear() < 2000 || day.getYear() > 2099) {
            throw new IllegalArgumentException("栏目“" + field + "”的日期不合常理（" + day + "）");
        }
        return day;
    }

    static String text(JsonNode line, String field) {
        var value = line.get(field);
        if (value == null || !value.isString() || value.stringValue().length() > 500 || value.stringValue().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("缺少栏目“" + field + "”或者不是文字");
        }
        return value.stringValue();
    }

    static int count(JsonNode line, String field) {
        var value = line.get(field);
        if (value == null || !value.isInt() || value.intValue() < 0 || value.intValue() > MOST) {
            throw new IllegalArgumentException("栏目“" + field + "”不是件数");
        }
        return value.intValue();
    }
}
