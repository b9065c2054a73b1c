package cn.yizhen.directives;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes directives as JSON, one a line. Suggested deadlines are the platform's, not the text's, and stay out. */
final class DirectiveJson {

    private final StringBuilder json = new StringBuilder();

    private DirectiveJson() {}

    static String array(List<Directive> directives) {
        return directives.stream().map(DirectiveJson::object).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String object(Directive d) {
        var writer = new DirectiveJson();
        writer.json.append("{\"section\":").append(d.section())
                .append(",\"start\":").append(d.start())
                .append(",\"end\":").append(d.end());
        writer.text("text", d.text());
        writer.text("grade", d.grade().name());
        var cadence = d.cadence();
        writer.text("cadence", cadence == null ? null : cadence.code());
        writer.text("deadline", deadline(d));
        writer.list("units", d.units());
        writer.list("numbers", d.numbers());
        writer.text("scope", d.outside() ? "outside" : null);
        return writer.json.append('}').toString();
    }

    private static @Nullable String deadline(Directive d) {
        var deadline = d.statedDeadline().filter(s -> s.origin() != Deadline.Origin.RECURRING).orElse(null);
        if (deadline == null) {
            return null;
        }
        return deadline.day() == null ? deadline.wording() : deadline.day().toString();
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.append(',');
            quote(name);
            json.append(':');
            quote(value);
        }
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            json.append(',');
            quote(name);
            json.append(":[");
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    json.append(',');
                }
                quote(values.get(i));
            }
            json.append(']');
        }
    }

    private void quote(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 32 || Character.isSurrogate(c)) {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
