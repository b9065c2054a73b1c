package cn.yizhen.bench.rollup;

import cn.yizhen.rules.rollup.Column;
import java.sql.SQLException;

/**
 * The prefix-count table that the databases get: per column and 64 places the counts before, and the marks of
 * the 64 as three words. Sixty-four times fewer rows than one per place, so the peers ask a table that fits
 * into memory.
 */
final class PrefixBlocks {

    static final int PLACES = 64;

    private PrefixBlocks() {}

    interface Sink {
        void row(int column, int block, int[] counts, long[] planes) throws SQLException;
    }

    static void of(Country country, Duties duties, Marks marks, Sink sink) throws SQLException {
        for (Task task : duties.tasks()) {
            Column column = marks.columns().get(task.number());
            int[] counts = new int[6];
            int places = Marks.tree(country, task).size();
            for (int block = 0; block <= places / PLACES; block++) {
                long[] planes = new long[3];
                int[] here = counts.clone();
                for (int place = block * PLACES; place < Math.min(places, (block + 1) * PLACES); place++) {
                    int mark = column.at(place).ordinal();
                    counts[mark]++;
                    for (int plane = 0; plane < 3; plane++) {
                        planes[plane] |= (long) (mark >> plane & 1) << place % PLACES;
                    }
                }
                sink.row(task.number(), block, here, planes);
            }
        }
    }
}
