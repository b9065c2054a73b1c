package cn.yizhen.bench.faults;

import cn.yizhen.bench.web.Browsing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What people sent and what they were told. A form that got no answer is kept and sent again with the same
 * act key, as a person would who sees an error; the program must then know what it did.
 */
final class Ledger {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Map<String, String>> unanswered = new ConcurrentHashMap<>();
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final List<String> writers;
    /** When the latest of the acknowledged was sent. */
    private volatile long lastSent = System.nanoTime();

    Ledger(List<String> writers) {
        this.writers = writers;
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    /** People who write, and go on through errors, until they are told to stop. */
    final class Writing implements AutoCloseable {

        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<Thread> people;

        private Writing(String address) {
            people = writers.stream().map(login -> Thread.ofVirtual().start(() -> write(login, address))).toList();
        }

        private void write(String login, String address) {
            var browser = new Browsing(login, address);
            boolean in = false;
            while (!stop.get()) {
                try {
                    if (!in) {
                        browser.logIn();
                        browser.entry().ifPresent(entry -> entries.putIfAbsent(login, entry));
                        repeat(login, browser);
                        in = true;
                    }
                    send(login, browser, browser.form(entry(login)));
                } catch (RuntimeException hurt) {
                    // the program was hurt while this person worked; what was not answered is kept. A clock that jumps ends
                    // sessions, so the next try begins at the door
                    in = false;
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }

        /** Waits until somebody is told that what was sent from now on is noted; an answer still under way does not count. */
        boolean isNoted(int seconds) throws InterruptedException {
            long now = System.nanoTime();
            for (long until = now + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < until; TimeUnit.MILLISECONDS.sleep(50)) {
                if (lastSent - now > 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() throws InterruptedException {
            stop.set(true);
            for (var person : people) {
                person.join();
            }
        }
    }

    Writing writing(String address) {
        return new Writing(address);
    }

    /** The desk stops offering what is noted already; people who know the address go on. */
    String entry(String login) {
        return Optional.ofNullable(entries.get(login)).orElseThrow(() -> new IllegalStateException("the desk of " + login + " never offered the entry form"));
    }

    private void repeat(String login, Browsing browser) {
        for (var kept : List.copyOf(unanswered.values())) {
            if (login.equals(kept.get("who"))) {
                var again = new LinkedHashMap<>(kept);
                again.remove("who");
                again.put("_csrf", browser.form(entry(login)).get("_csrf"));
                send(login, browser, again);
            }
        }
    }

    private void send(String login, Browsing browser, Map<String, String> form) {
        var key = UUID.fromString(form.get("key"));
        var kept = new LinkedHashMap<>(form);
        kept.put("who", login);
        unanswered.put(key, kept);
        long sent = System.nanoTime();
        var answer = browser.send(form);
        if (answer.status() == 200 && !answer.text().contains("class=\"reasons\"") && !answer.text().contains("name=\"password\"")) {
            acknowledged.add(key);
            lastSent = Math.max(lastSent, sent);
            unanswered.remove(key);
        } else if (answer.status() < 500) {
            unanswered.remove(key);
        }
    }
}
