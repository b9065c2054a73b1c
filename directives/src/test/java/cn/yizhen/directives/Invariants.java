package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text, however odd. */
final class Invariants {

    private Invariants() {}

    static void check(String text, Extraction extraction) {
        int[] points = text.codePoints().toArray();
        int last = 0;
        for (var d : extraction.directives()) {
            assertThat(d.start()).isGreaterThanOrEqualTo(last).isLessThan(d.end());
            assertThat(d.end()).isLessThanOrEqualTo(points.length);
            assertThat(d.text()).isEqualTo(new String(points, d.start(), d.end() - d.start()));
            assertThat(extraction.sentences().get(d.sentence()).reading()).isEqualTo(Reading.DIRECTIVES);
            last = d.end();
        }
        int from = 0;
        for (var s : extraction.sentences()) {
            assertThat(s.start()).isGreaterThanOrEqualTo(from).isLessThan(s.end());
            assertThat(blank(points, from, s.start())).as("nothing between sentences is lost").isTrue();
            assertThat(s.text()).isEqualTo(new String(points, s.start(), s.end() - s.start()));
            assertThat(s.reading() == Reading.DIRECTIVES)
                    .isEqualTo(extraction.directives().stream().anyMatch(d -> d.sentence() == s.index()));
            from = s.end();
        }
        assertThat(blank(points, from, points.length)).isTrue();
    }

    private static boolean blank(int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = points[i];
            if (!(Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200b || c == 0xfeff || c == 0)) {
                return false;
            }
        }
        return true;
    }
}
