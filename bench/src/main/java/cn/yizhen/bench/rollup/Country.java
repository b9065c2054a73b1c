package cn.yizhen.bench.rollup;

import cn.yizhen.rules.rollup.Preorder;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A country's units in three versions: as the year begins, and after each of two days on which units of one
 * in two hundred merged, split, moved to another township, were founded or dissolved. A node is a number:
 * first the upper levels, level by level, then the branches of the beginning, then those that came later.
 */
final class Country {

    static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    /** First days of the versions, as days of the year from 0; each lies within a month, a quarter and a half-year. */
    static final int[] SINCE = {0, day(5, 15), day(8, 20)};
    static final int KINDS = 8;

    private final int[] levels;
    private final int nodes;
    private final int[][] parents = new int[SINCE.length][];
    /** The version each branch is first and last in, and who took its place or whose it took. */
    private final byte[] from;
    private final byte[] to;
    private final byte[] kind;
    private final int[] heir;
    private final int[] predecessor;
    private final Preorder[][] trees = new Preorder[SINCE.length][SINCE.length];

    private Country(Size size) {
        int[] fanOut = size.fanOut();
        this.levels = levels(fanOut);
        int firstBranch = levels[levels.length - 2];
        int branches = size.branches();
        this.nodes = firstBranch + branches + branches / 200;
        this.from = new byte[nodes];
        this.to = new byte[nodes];
        this.kind = new byte[nodes];
        this.heir = new int[nodes];
        this.predecessor = new int[nodes];
        Arrays.fill(to, (byte) (SINCE.length - 1));
        Arrays.fill(heir, Preorder.NOBODY);
        Arrays.fill(predecessor, Preorder.NOBODY);
        parents[0] = new int[nodes];
        Arrays.fill(parents[0], Preorder.NOBODY);
        for (int level = 1; level < levels.length; level++) {
            for (int node = levels[level - 1]; node < levels[level]; node++) {
                int first = level == 1 ? 0 : levels[level - 2];
                parents[0][node] = first + (node - levels[level - 1]) / fanOut[level - 1];
            }
        }
        for (int branch = firstBranch; branch < nodes; branch++) {
            kind[branch] = (byte) Dice.below(KINDS, Dice.of(branch, 7), 0);
        }
        reorganise(firstBranch, branches);
    }

    static Country of(Size size) {
        return new Country(size);
    }

    int nodes() {
        return nodes;
    }

    /** Levels above the branches; the country is level 0. */
    int upperLevels() {
        return levels.length - 1;
    }

    /** The first node of a level. */
    int first(int level) {
        return level == 0 ? 0 : levels[level - 1];
    }

    /** How many nodes a level has as the year begins. */
    int width(int level) {
        return levels[level] - first(level);
    }

    int firstBranch() {
        return levels[levels.length - 2];
    }

    int kind(int branch) {
        return kind[branch];
    }

    /** The version a day of the year falls in. */
    static int version(int day) {
        return day < SINCE[1] ? 0 : day < SINCE[2] ? 1 : 2;
    }

    boolean lives(int branch, int version) {
        return from[branch] <= version && version <= to[branch];
    }

    /** Whether it lived in the first of these versions or later and is gone in the last. */
    boolean gone(int branch, int firstVersion, int lastVersion) {
        return to[branch] < lastVersion && to[branch] >= firstVersion;
    }

    int from(int branch) {
        return from[branch];
    }

    int to(int branch) {
        return to[branch];
    }

    boolean outOfNothing(int branch) {
        return predecessor[branch] == Preorder.NOBODY;
    }

    int heir(int branch) {
        return heir[branch];
    }

    /** Whether it was founded after the first version, out of nothing. */
    boolean foundedAfter(int branch, int firstVersion) {
        return from[branch] > firstVersion && predecessor[branch] == Preorder.NOBODY;
    }

    /** Whose a record of the branch is in a period of these versions: its own, or its heir's where it ended. */
    int bearer(int branch, int firstVersion, int lastVersion) {
        return gone(branch, firstVersion, lastVersion) && heir[branch] != Preorder.NOBODY ? heir[branch] : branch;
    }

    /** Who noted what is now this branch's on a day: itself, or before it was founded the one it came of. */
    int noter(int branch, int day) {
        return from[branch] > version(day) && predecessor[branch] != Preorder.NOBODY ? predecessor[branch] : branch;
    }

    /** The tree of the last version, with what ended since the first one where it last stood. */
    Preorder tree(int firstVersion, int lastVersion) {
        Preorder tree = trees[firstVersion][lastVersion];
        if (tree == null) {
            tree = Preorder.of(parents(firstVersion, lastVersion));
            trees[firstVersion][lastVersion] = tree;
        }
        return tree;
    }

    private int[] parents(int firstVersion, int lastVersion) {
        int[] above = parents[lastVersion].clone();
        for (int branch = firstBranch(); branch < nodes; branch++) {
            if (gone(branch, firstVersion, lastVersion)) {
                above[branch] = parents[to[branch]][branch];
            }
        }
        return above;
    }

    /** One branch in two hundred, at one of the two days: by turns a merger, a split, a move, a foundation, an end. */
    private void reorganise(int firstBranch, int branches) {
        int fresh = firstBranch + branches;
        for (int version = 1; version < SINCE.length; version++) {
            parents[version] = parents[version - 1].clone();
            int step = 400;
            for (int branch = firstBranch + version * 150; branch + 2 < firstBranch + branches && fresh + 2 <= nodes; branch += step) {
                switch (branch / step % 5) {
                    case 0 -> fresh = succeed(branch, branch + 1, fresh, 1, version);
                    case 1 -> fresh = succeed(branch, branch, fresh, 2, version);
                    case 2 -> parents[version][branch] = moved(parents[version][branch]);
                    case 3 -> fresh = found(parents[version][branch], fresh, version);
                    default -> end(branch, version);
                }
            }
        }
        // numbers kept for branches that never came
        for (int unused = fresh; unused < nodes; unused++) {
            from[unused] = Byte.MAX_VALUE;
        }
    }

    private int succeed(int first, int last, int fresh, int heirs, int version) {
        int above = parents[version][first];
        int next = fresh;
        for (int i = 0; i < heirs; i++) {
            next = found(above, next, version);
            predecessor[fresh + i] = first;
        }
        for (int branch = first; branch <= last; branch++) {
            end(branch, version);
            heir[branch] = fresh;
        }
        return next;
    }

    private int found(int above, int fresh, int version) {
        from[fresh] = (byte) version;
        parents[version][fresh] = above;
        return fresh + 1;
    }

    private void end(int branch, int version) {
        to[branch] = (byte) (version - 1);
        parents[version][branch] = Preorder.NOBODY;
    }

    private int moved(int township) {
        return township + 1 < firstBranch() ? township + 1 : township - 1;
    }

    private static int[] levels(int[] fanOut) {
        int[] ends = new int[fanOut.length + 1];
        ends[0] = 1;
        int width = 1;
        for (int level = 1; level <= fanOut.length; level++) {
            width = Math.multiplyExact(width, fanOut[level - 1]);
            ends[level] = ends[level - 1] + width;
        }
        return ends;
    }

    private static int day(int month, int day) {
        return LocalDate.of(2025, month, day).getDayOfYear() - 1;
    }
}
