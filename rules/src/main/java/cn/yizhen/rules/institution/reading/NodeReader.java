package cn.yizhen.rules.institution.reading;

import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one node as the type its field has; empty after noting a fault. */
@FunctionalInterface
interface NodeReader<T> {

    Optional<T> read(Node node, Notes notes);
}
