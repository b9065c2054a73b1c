package cn.yizhen.rules.institution.reading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import cn.yizhen.rules.institution.Spelling;

/**
 * The fields of one mapping. What is asked for is what is allowed: {@link #close} notes every other field,
 * with the name it was probably meant to be.
 */
final class Fields {

    private final Node mapping;
    private final String what;
    private final Notes notes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param what names the thing in messages: 职责“branch-assembly” */
    Fields(Node node, String what, Notes notes) {
        this.mapping = node;
        this.what = what;
        this.notes = notes;
        if (node instanceof MappingNode mappingNode) {
            mappingNode.getValue().forEach(tuple -> add(tuple.getKeyNode(), tuple.getValueNode()));
        } else {
            notes.at(node, what + "应是“名称: 值”的形式");
        }
    }

    private void add(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            notes.at(key, what + "的字段名应是一个词");
        } else if (values.putIfAbsent(scalar.getValue(), value) != null) {
            notes.at(key, what + "里“" + scalar.getValue() + "”写了两次，请只留一个");
        } else {
            keys.put(scalar.getValue(), key);
        }
    }

    /** @param meaning what the field says, in words, for whoever left it out */
    <T> T required(String name, String meaning, NodeReader<T> reader, T fallback) {
        asked.add(name);
        var value = values.get(name);
        if (value == null && mapping instanceof MappingNode) {
            notes.at(mapping, what + "缺少 " + name + "（" + meaning + "），请补上");
        }
        return value == null ? fallback : reader.read(value, notes).orElse(fallback);
    }

    <T> Optional<T> optional(String name, NodeReader<T> reader) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).flatMap(value -> reader.read(value, notes));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a field as a node, for messages about it; the mapping itself where it is absent. */
    Node node(String name) {
        return values.getOrDefault(name, mapping);
    }

    /** The names of a mapping whose names are themselves values, with the nodes they name. */
    SequencedMap<ScalarNode, Node> entries() {
        var entries = new LinkedHashMap<ScalarNode, Node>();
        keys.forEach((name, key) -> entries.put((ScalarNode) key, values.get(name)));
        return entries;
    }

    void close() {
        keys.forEach((name, key) -> {
            if (!asked.contains(name)) {
                notes.at(key, what + "里不认识字段“" + name + "”" + Spelling.nearest(name, asked)
                        .map(near -> "，是不是“" + near + "”？").orElse("，可用的有：" + String.join("、", asked)));
            }
        });
    }
}
