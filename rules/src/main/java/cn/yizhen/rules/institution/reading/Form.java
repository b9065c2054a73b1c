package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.snakeyaml.engine.v2.nodes.Node;

/** What a reader outside this package may ask of a mapping; absent and faulty values are noted here. */
public final class Form {

    private final Fields fields;
    private final Notes notes;
    private final Place place;

    Form(Node node, String what, Notes notes) {
        this.fields = new Fields(node, what, notes);
        this.notes = notes;
        this.place = notes.placeOf(node);
    }

    public Place place() {
        return place;
    }

    /** One sentence, "" after a fault. */
    public String words(String name, String meaning) {
        return fields.required(name, meaning, Scalars.words(160), "");
    }

    /** An identifier, {@code none} after a fault. */
    public String identifier(String name, String meaning) {
        return fields.required(name, meaning, Scalars.identifier(), "none");
    }

    public LocalDate day(String name, String meaning) {
        return fields.required(name, meaning, Scalars.day(), LocalDate.EPOCH);
    }

    public Optional<LocalDate> day(String name) {
        return fields.optional(name, Scalars.day());
    }

    public Optional<String> identifier(String name) {
        return fields.optional(name, Scalars.identifier());
    }

    public int number(String name) {
        return fields.optional(name, Scalars.integer(0, 1_000_000)).orElse(0);
    }

    public boolean yes(String name) {
        return fields.optional(name, Scalars.yesOrNo()).orElse(false);
    }

    public Optional<List<String>> identifiers(String name) {
        return fields.optional(name, Groups.oneOrMore(Scalars.identifier()));
    }

    /** One of a closed list, {@code fallback} after a fault. */
    public <T> T choice(String name, String meaning, T[] values, Function<T, String> word, T fallback) {
        return fields.required(name, meaning, Scalars.choice(values, word), fallback);
    }

    /** Whether the field is written at all. */
    public boolean has(String name) {
        return fields.has(name);
    }

    /** A day, meaning its noon, or a moment such as {@code 2026-03-02T09:00}. */
    public LocalDateTime moment(String name, String meaning) {
        return fields.required(name, meaning, Scalars.moment(), LocalDate.EPOCH.atStartOfDay());
    }

    /** Names with one or more short texts as values. */
    public Map<String, List<String>> names(String name) {
        return fields.optional(name, (node, in) -> {
            var names = new LinkedHashMap<String, List<String>>();
            new Fields(node, name, in).entries().forEach((key, value) -> Groups.oneOrMore(Scalars.words(500)).read(value, in)
                    .ifPresent(words -> names.put(key.getValue(), words)));
            return Optional.of((Map<String, List<String>>) names);
        }).orElse(Map.of());
    }

    /** Names with one short text each. */
    public Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        names(name).forEach((key, words) -> texts.put(key, String.join("、", words)));
        return texts;
    }

    /** Names with identifiers, numbers or days as values. */
    public Map<String, String> pairs(String name) {
        return fields.optional(name, (node, in) -> {
            var pairs = new LinkedHashMap<String, String>();
            new Fields(node, name, in).entries().forEach((key, value) -> Scalars.words(60).read(value, in)
                    .ifPresent(word -> pairs.put(key.getValue(), word)));
            return Optional.of((Map<String, String>) pairs);
        }).orElse(Map.of());
    }

    /** A mapping below this one. */
    public <T> Optional<T> inner(String name, Function<Form, T> reader) {
        return fields.optional(name, (node, in) -> Optional.of(read(node, name, reader)));
    }

    public <T> List<T> list(String name, Function<Form, T> reader) {
        return fields.optional(name, Groups.list((node, in) -> Optional.of(read(node, name, reader)))).orElse(List.of());
    }

    /** Notes a fault at this mapping. */
    public void fault(String text) {
        notes.at(place, text);
    }

    private <T> T read(Node node, String name, Function<Form, T> reader) {
        var form = new Form(node, name, notes);
        var value = reader.apply(form);
        form.close();
        return value;
    }

    void close() {
        fields.close();
    }
}
