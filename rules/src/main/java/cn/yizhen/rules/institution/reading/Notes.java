package cn.yizhen.rules.institution.reading;

import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Condition;

/**
 * What is noted while one file is read on to its end: what is wrong, which identifiers it declares, which
 * words its conditions use.
 */
final class Notes {

    private final String file;
    private final boolean local;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();

    /** @param sort 职责, 记录种类, ... : what the identifier is of */
    record Declaration(String sort, String id, Place place) {}

    /** @param variable the variable of a condition that is compared with the word */
    record Use(String variable, String word, Place place) {}

    Notes(SourceFile file) {
        this.file = file.path();
        this.local = file.local();
    }

    /** Whether the county wrote the file itself. */
    boolean local() {
        return local;
    }

    void at(Node node, String text) {
        at(placeOf(node), text);
    }

    void at(Place place, String text) {
        faults.add(new Fault(place, text));
    }

    void declares(String sort, String id, Node node) {
        declarations.add(new Declaration(sort, id, placeOf(node)));
    }

    void uses(Condition condition, Place first) {
        condition.mentions().forEach(mention -> uses.add(new Use(mention.variable(), mention.word(),
                new Place(file, first.line(), first.column() + mention.column()))));
    }

    Place placeOf(Node node) {
        return node.getStartMark().map(this::placeOf).orElseGet(this::top);
    }

    Place placeOf(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    Place top() {
        return new Place(file, 1, 1);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Declaration> declarations() {
        return List.copyOf(declarations);
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }
}
