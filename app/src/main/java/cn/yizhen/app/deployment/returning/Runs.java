package cn.yizhen.app.deployment.returning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The longest run of numbers that still rise, taken out of a row of them in their order. */
final class Runs {

    private Runs() {}

    static List<Integer> longest(List<Integer> numbers) {
        int[] length = new int[numbers.size()];
        int[] before = new int[numbers.size()];
        int best = -1;
        for (int i = 0; i < numbers.size(); i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        var run = new ArrayList<Integer>();
        for (int i = best; i >= 0; i = before[i]) {
            run.add(numbers.get(i));
        }
        Collections.reverse(run);
        return run;
    }
}
