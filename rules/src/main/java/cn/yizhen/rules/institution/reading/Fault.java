package cn.yizhen.rules.institution.reading;

import java.util.Comparator;

/**
 * One thing that is wrong in a file.
 *
 * @param place where
 * @param text  plain Chinese: what is wrong and what to do
 */
public record Fault(Place place, String text) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        return Comparator.comparing(Fault::place).thenComparing(Fault::text).compare(this, other);
    }

    @Override
    public String toString() {
        return place + " " + text;
    }
}
