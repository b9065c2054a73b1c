package cn.yizhen.sfu.bandwidth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Who gets which layer on one receiver's link. Sound is paid first. Then everybody who is shown gets the smallest
 * picture, most relevant first, and what is left makes pictures larger in the same order. Raising wants headroom
 * and a pause since the last lowering, so that a picture does not flicker between two sizes.
 */
public final class Allocator {

    /**
     * A source that the receiver should see.
     *
     * @param source whose
     * @param rates  what each layer takes now in bits a second, smallest first; empty where nothing comes
     */
    public record Wish(String source, List<Long> rates) {}

    /**
     * @param layers by source: index of the layer to send, or -1
     * @param weak   nothing of what should be seen fits: sound only
     * @param wanted bits a second if everything were sent at its best
     * @param least  bits a second that the first smallest picture needs to come, all in all
     */
    public record Decision(Map<String, Integer> layers, boolean weak, long wanted, long least) {

        public int layer(String source) {
            return layers.getOrDefault(source, -1);
        }
    }

    private static final double HEADROOM = 1.1;
    private static final long PAUSE_AFTER_LOWERING = TimeUnit.SECONDS.toNanos(4);

    private final Map<String, Integer> earlier = new HashMap<>();
    private final Map<String, Long> loweredAt = new HashMap<>();

    /**
     * @param bits   what may be sent, in bits a second
     * @param sound  what sound takes of it
     * @param wishes most relevant first
     */
    public Decision decide(long bits, long sound, List<Wish> wishes, long now) {
        var layers = new HashMap<String, Integer>();
        long rest = bits - sound;
        for (var wish : wishes) {
            if (!wish.rates().isEmpty() && allows(wish, 0, rest, now)) {
                layers.put(wish.source(), 0);
                rest -= wish.rates().getFirst();
            }
        }
        for (var wish : wishes) {
            if (layers.containsKey(wish.source())) {
                rest = raise(wish, rest, layers, now);
            }
        }
        remember(wishes, layers, now);
        boolean nothing = layers.isEmpty() && wishes.stream().anyMatch(wish -> !wish.rates().isEmpty());
        long best = wishes.stream().filter(wish -> !wish.rates().isEmpty()).mapToLong(wish -> wish.rates().getLast()).sum();
        long first = wishes.stream().filter(wish -> !wish.rates().isEmpty()).mapToLong(wish -> wish.rates().getFirst()).findFirst().orElse(0);
        return new Decision(Map.copyOf(layers), nothing, sound + best, sound + (long) (first * HEADROOM) + 1);
    }

    private long raise(Wish wish, long rest, Map<String, Integer> layers, long now) {
        long left = rest;
        var rates = new ArrayList<>(wish.rates());
        for (int layer = 1; layer < rates.size(); layer++) {
            long more = rates.get(layer) - rates.get(layer - 1);
            if (!allows(wish, layer, left + rates.get(layer - 1), now)) {
                break;
            }
            layers.put(wish.source(), layer);
            left -= more;
        }
        return left;
    }

    /** Whether a layer fits into these bits: closely if it is being sent already, with headroom if not. */
    private boolean allows(Wish wish, int layer, long bits, long now) {
        long rate = wish.rates().get(layer);
        if (layer <= earlier.getOrDefault(wish.source(), -1)) {
            return rate <= bits;
        }
        Long lowered = loweredAt.get(wish.source());
        boolean rested = lowered == null || now - lowered > PAUSE_AFTER_LOWERING;
        return rested && rate * HEADROOM <= bits;
    }

    private void remember(List<Wish> wishes, Map<String, Integer> layers, long now) {
        for (var wish : wishes) {
            int layer = layers.getOrDefault(wish.source(), -1);
            if (layer < earlier.getOrDefault(wish.source(), -1)) {
                loweredAt.put(wish.source(), now);
            }
        }
        earlier.keySet().retainAll(layers.keySet());
        earlier.putAll(layers);
    }
}
