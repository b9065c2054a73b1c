package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Answer;
import cn.yizhen.rules.procedure.Particulars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a step as the database keeps them: each with its shape, {@code {"due":{"day":"2026-12-31"}}}. */
final class Said {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Said() {}

    static Map<String, Object> values(Particulars said) {
        var values = new TreeMap<String, Object>();
        said.answers().forEach((ask, answer) -> values.put(ask, switch (answer) {
            case Answer.Words(var text) -> Map.of("words", text);
            case Answer.Day(var day) -> Map.of("day", day.toString());
            case Answer.Units(var units) -> Map.of("units", units.stream().map(UnitId::toString).sorted().toList());
            case Answer.Amount(var number) -> Map.of("number", number.toPlainString());
        }));
        return values;
    }

    static String json(Particulars said) {
        return JSON.writeValueAsString(values(said));
    }

    static Particulars read(String json) {
        var answers = new LinkedHashMap<String, Answer>();
        JSON.readTree(json).properties().forEach(field -> answers.put(field.getKey(), answer(field.getValue())));
        return new Particulars(answers);
    }

    private static Answer answer(JsonNode node) {
        var shape = node.properties().iterator().next();
        var value = shape.getValue();
        return switch (shape.getKey()) {
            case "words" -> new Answer.Words(value.stringValue());
            case "day" -> new Answer.Day(LocalDate.parse(value.stringValue()));
            case "number" -> new Answer.Amount(new BigDecimal(value.stringValue()));
            case "units" -> new Answer.Units(value.valueStream().map(JsonNode::stringValue).map(UnitId::of).collect(Collectors.toSet()));
            default -> throw new IllegalStateException("no such shape: " + shape.getKey());
        };
    }
}
