package cn.yizhen.rules.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.duty.Tally;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedMarksTest {

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);

    /** Sizes about the edges of words, blocks and groups. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 1000, 16383, 16384, 16385, 40000})
    @DisplayName("任何一段的计数，与逐个数出来的一样；改了以后也一样")
    void countsAnySliceAsIfOneByOne(int places) {
        Mark[] marks = IntStream.range(0, places).mapToObj(_ -> any()).toArray(Mark[]::new);
        var ranked = RankedMarks.of(places, place -> marks[place]);
        assertSlices(ranked, marks);
        for (int i = 0; i < Math.min(places, 500); i++) {
            int place = random.nextInt(places);
            marks[place] = any();
            ranked.set(place, marks[place]);
        }
        assertSlices(ranked, marks);
        IntStream.range(0, places).forEach(place -> assertThat(ranked.at(place)).isEqualTo(marks[place]));
    }

    private void assertSlices(RankedMarks ranked, Mark[] marks) {
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(marks.length + 1);
            int to = from + random.nextInt(marks.length - from + 1);
            assertThat(ranked.count(from, to, true)).isEqualTo(counted(marks, from, to, true));
            assertThat(ranked.count(from, to, false)).isEqualTo(counted(marks, from, to, false));
        }
        assertThat(ranked.count(0, marks.length, true)).isEqualTo(counted(marks, 0, marks.length, true));
    }

    private static Tally counted(Mark[] marks, int from, int to, boolean running) {
        int[] count = new int[Mark.values().length];
        IntStream.range(from, to).forEach(place -> count[marks[place].ordinal()]++);
        return new Tally(count[1], count[2], count[3], count[4], running ? count[5] : 0, running ? 0 : count[5]);
    }

    private Mark any() {
        return Mark.values()[random.nextInt(Mark.values().length)];
    }
}
