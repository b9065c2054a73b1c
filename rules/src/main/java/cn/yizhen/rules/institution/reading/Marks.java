package cn.yizhen.rules.institution.reading;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Names a thing in a message by its id, where it has one. */
final class Marks {

    private Marks() {}

    static String idOf(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("id"))
                .map(tuple -> tuple.getValueNode() instanceof ScalarNode id ? "“" + id.getValue() + "”" : "")
                .findFirst().orElse("") : "";
    }
}
