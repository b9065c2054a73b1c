package cn.yizhen.rules.institution.reading;

import java.util.List;

/** What came of reading: a value, or every fault at once, in the order of the file. */
public sealed interface Reading<T> {

    record Read<T>(T value) implements Reading<T> {}

    /** @param faults at least one */
    record Faulty<T>(List<Fault> faults) implements Reading<T> {
        public Faulty {
            faults = faults.stream().distinct().sorted().toList();
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty file has a fault");
            }
        }
    }

    /** No faults where it was read. */
    default List<Fault> faults() {
        return this instanceof Faulty<T>(var all) ? all : List.of();
    }
}
