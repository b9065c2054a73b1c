package cn.yizhen.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for last, each worked out once: whoever asks first works it out, others wait for it. What nobody
 * asked for the longest goes, and is worked out again should somebody ask.
 */
public final class Recent<K, V> {

    private final Map<K, Kept<V>> kept;

    /** @param most how many are kept */
    public Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** @param work may ask here for other keys, and for nothing that in its turn asks for this one */
    public V of(K key, Function<? super K, ? extends V> work) {
        return at(key).or(() -> work.apply(key));
    }

    /** Finding the place is short; the work is done outside, so that those who ask for something else need not wait. */
    private synchronized Kept<V> at(K key) {
        return kept.computeIfAbsent(key, _ -> new Kept<>());
    }

    private static final class Kept<V> {

        private volatile @Nullable V value;

        V or(Supplier<? extends V> work) {
            V found = value;
            return found != null ? found : worked(work);
        }

        private synchronized V worked(Supplier<? extends V> work) {
            V found = value;
            if (found == null) {
                found = work.get();
                value = found;
            }
            return found;
        }
    }
}
