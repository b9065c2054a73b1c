package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Source;

/** Readers of lists and of values over time. */
final class Groups {

    private static final Pattern LOOKS_LIKE_A_DAY = Pattern.compile("\\d{2,}.*");

    private Groups() {}

    /** A list; faults of all its members are noted. */
    static <T> NodeReader<List<T>> list(NodeReader<T> member) {
        return (node, notes) -> {
            if (!(node instanceof SequenceNode sequence)) {
                return Scalars.fault(node, notes, "这里应是列表，每项前面写“- ”或放进方括号");
            }
            var members = new ArrayList<T>();
            sequence.getValue().forEach(child -> member.read(child, notes).ifPresent(members::add));
            return members.size() == sequence.getValue().size() ? Optional.of(List.copyOf(members)) : Optional.empty();
        };
    }

    /** A list, or a single member standing for a list of one. */
    static <T> NodeReader<List<T>> oneOrMore(NodeReader<T> member) {
        return (node, notes) -> node instanceof SequenceNode
                ? list(member).read(node, notes)
                : member.read(node, notes).map(List::of);
    }

    /**
     * A value over time: {@code { 2018-10-28: 1 }}, each value alone or with a source of its own
     * ({@code { value: 2, source: … }}). A value without a day holds from {@code begins} on, where that is given.
     */
    static <T> NodeReader<Dated<T>> dated(NodeReader<T> value, Source source, Optional<LocalDate> begins) {
        return (node, notes) -> {
            if (isDated(node)) {
                return entries(new Fields(node, "按日期写的值", notes), value, source, notes);
            }
            if (begins.isEmpty()) {
                return Scalars.fault(node, notes, "数值要写明从哪天起执行，如 { 2018-10-28: 1 }");
            }
            return value.read(node, notes).map(read -> Dated.from(begins.get(), read, source));
        };
    }

    private static boolean isDated(Node node) {
        return node instanceof MappingNode mapping && !mapping.getValue().isEmpty() && mapping.getValue().stream()
                .allMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && LOOKS_LIKE_A_DAY.matcher(key.getValue()).matches());
    }

    private static <T> Optional<Dated<T>> entries(Fields fields, NodeReader<T> value, Source source, Notes notes) {
        var entries = new ArrayList<Dated.Entry<T>>();
        fields.entries().forEach((key, node) -> Scalars.day().read(key, notes)
                .ifPresent(day -> entry(day, node, value, source, notes).ifPresent(entries::add)));
        return entries.size() == fields.entries().size() ? Optional.of(new Dated<>(entries)) : Optional.empty();
    }

    private static <T> Optional<Dated.Entry<T>> entry(LocalDate day, Node node, NodeReader<T> value, Source source,
                                                      Notes notes) {
        var own = node instanceof MappingNode mapping && mapping.getValue().stream()
                .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("value"));
        if (!own) {
            return value.read(node, notes).map(read -> new Dated.Entry<>(day, read, source));
        }
        var fields = new Fields(node, day + " 起的值", notes);
        var read = fields.optional("value", value);
        var ownSource = fields.required("source", "这个数出自哪一条", SourceReader::read, source);
        fields.close();
        return read.map(known -> new Dated.Entry<>(day, known, ownSource));
    }
}
