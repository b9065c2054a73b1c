package cn.yizhen.bench.rollup;

import java.util.SplittableRandom;

/** Questions at random: a level, a node of it, a duty and one of its periods. */
final class Questions {

    final int[] nodes;
    final short[] columns;

    private Questions(int count) {
        this.nodes = new int[count];
        this.columns = new short[count];
    }

    static Questions random(int count, long seed, Country country, Duties duties) {
        var random = new SplittableRandom(seed);
        var questions = new Questions(count);
        for (int i = 0; i < count; i++) {
            int level = random.nextInt(country.upperLevels() + 1);
            questions.nodes[i] = country.first(level) + random.nextInt(country.width(level));
            questions.columns[i] = (short) random.nextInt(duties.tasks().size());
        }
        return questions;
    }

    int count() {
        return nodes.length;
    }
}
