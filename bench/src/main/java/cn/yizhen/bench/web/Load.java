package cn.yizhen.bench.web;

import cn.yizhen.bench.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Open arrivals: requests are meant for moments drawn beforehand and sent then, whether or not earlier ones have come
 * back. The time of a request begins at the moment it was meant for.
 */
final class Load {

    private static final int WRITES = 10;

    private final List<Browsing> sessions;
    private final List<Browsing> entering;

    Load(List<Browsing> sessions) {
        this.sessions = sessions;
        this.entering = sessions.stream().filter(Browsing::enters).toList();
    }

    /** @param sizes of pages as transferred, in bytes */
    record Result(long[] nanos, List<Integer> sizes, int writes, int failures) {

        double percentile(double share) {
            return Figures.percentile(nanos, share) / 1e6;
        }
    }

    /** @param rate requests a second over all sessions */
    Result run(double rate, int seconds, long seed) {
        var random = new SplittableRandom(seed);
        var times = new ConcurrentLinkedQueue<Long>();
        var sizes = Collections.synchronizedList(new ArrayList<Integer>());
        var writes = new AtomicInteger();
        var failures = new AtomicInteger();
        var all = new ArrayList<Thread>();
        long begin = System.nanoTime() + 200_000_000L;
        long at = begin;
        long end = begin + seconds * 1_000_000_000L;
        while (at < end) {
            long meant = at;
            boolean write = random.nextInt(100) < WRITES && !entering.isEmpty();
            Browsing session = write ? entering.get(random.nextInt(entering.size())) : sessions.get(random.nextInt(sessions.size()));
            var own = random.split();
            waitUntil(meant - (write ? 2_000_000_000L : 0));
            all.add(Thread.ofVirtual().start(() -> {
                try {
                    Optional<Map<String, String>> form = write ? session.form() : Optional.empty();
                    waitUntil(meant);
                    var answer = form.map(session::send).orElseGet(() -> session.read(own));
                    times.add(System.nanoTime() - meant);
                    sizes.add(answer.transferred());
                    writes.addAndGet(form.isPresent() ? 1 : 0);
                    failures.addAndGet(answer.status() == 200 ? 0 : 1);
                } catch (RuntimeException failed) {
                    times.add(System.nanoTime() - meant);
                    failures.incrementAndGet();
                }
            }));
            at += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
        }
        all.forEach(Load::join);
        return new Result(times.stream().mapToLong(Long::longValue).toArray(), List.copyOf(sizes), writes.get(), failures.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long moment) {
        long left;
        while ((left = moment - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
