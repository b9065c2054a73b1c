package cn.yizhen.rules.rollup;

import java.util.Arrays;

/**
 * Places in preorder: whatever stands below a node is the slice right after it. Nodes are numbers from 0 as
 * the caller counts them; children keep the order in which the caller counts them.
 */
public final class Preorder {

    /** Parent of the one root. */
    public static final int NOBODY = -1;

    private final int[] places;
    private final int[] ends;

    private Preorder(int[] places, int[] ends) {
        this.places = places;
        this.ends = ends;
    }

    /**
     * @param parents the parent of each node, {@link #NOBODY} for roots
     * @throws IllegalArgumentException where nodes are each other's parents
     */
    public static Preorder of(int[] parents) {
        int nodes = parents.length;
        int[] firstChild = new int[nodes + 1];
        int[] nextSibling = new int[nodes];
        Arrays.fill(firstChild, NOBODY);
        for (int node = nodes - 1; node >= 0; node--) {
            int above = parents[node] == NOBODY ? nodes : parents[node];
            nextSibling[node] = firstChild[above];
            firstChild[above] = node;
        }
        int[] places = new int[nodes];
        int[] ends = new int[nodes];
        int next = 0;
        int node = firstChild[nodes];
        while (node != NOBODY) {
            places[node] = next++;
            int following = firstChild[node];
            while (following == NOBODY && node != NOBODY) {
                ends[node] = next;
                following = nextSibling[node];
                node = parents[node];
            }
            node = following;
        }
        if (next != nodes) {
            throw new IllegalArgumentException(nodes - next + " nodes stand below themselves");
        }
        return new Preorder(places, ends);
    }

    public int size() {
        return places.length;
    }

    /** Place of the node: the first of its slice. */
    public int place(int node) {
        return places[node];
    }

    /** The place after the last one below the node. */
    public int end(int node) {
        return ends[node];
    }
}
