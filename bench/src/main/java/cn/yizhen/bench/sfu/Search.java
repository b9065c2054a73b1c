package cn.yizhen.bench.sfu;

/** Looks for the largest number for which something holds that holds for no larger one. */
final class Search {

    /** Whether it holds; trying takes a while. */
    @FunctionalInterface
    interface Trial {
        boolean holds(int number) throws Exception;
    }

    private Search() {}

    /**
     * Doubles from {@code first} while it holds, at most to {@code most}, then halves the gap until it is a tenth or a
     * {@code step}.
     *
     * @return a multiple of {@code step} for which it held, or 0
     */
    static int largest(int first, int most, int step, Trial trial) throws Exception {
        int holds = 0;
        int fails = first;
        while (fails <= most && trial.holds(fails)) {
            holds = fails;
            fails *= 2;
        }
        while (holds < most && fails - holds > Math.max(step, holds / 10)) {
            int between = (holds + fails) / 2 / step * step;
            if (between <= holds) {
                break;
            }
            if (trial.holds(between)) {
                holds = between;
            } else {
                fails = between;
            }
        }
        return holds;
    }
}
