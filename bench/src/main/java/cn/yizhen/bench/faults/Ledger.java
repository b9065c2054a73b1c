package cn.yizhen.bench.faults;

import cn.yizhen.bench.web.Browsing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What people sent and what they were told. A form that got no answer is kept and sent again with the same
 * act key, as a person would who sees an error; the program must then know what it did.
 */
final class Ledger {

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Map<String, String>> unanswered = new ConcurrentHashMap<>();
    private final List<String> writers;

    /** @param lost acknowledged and not there @param half there in part @param duplicated there twice */
    record Found(int lost, int half, int duplicated) {}

    Ledger(List<String> writers) {
        this.writers = writers;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** People write until told to stop; first what got no answer before. */
    List<Thread> writing(String address, AtomicBoolean stop) {
        return writers.stream().map(login -> Thread.ofVirtual().start(() -> write(login, address, stop))).toList();
    }

    private void write(String login, String address, AtomicBoolean stop) {
        try {
            var browser = new Browsing(login, address);
            browser.logIn();
            repeat(login, browser);
            while (!stop.get()) {
                browser.form().ifPresent(form -> send(login, browser, form));
            }
        } catch (RuntimeException down) {
            // the program was hurt while this person worked; what was not answered is kept
        }
    }

    private void repeat(String login, Browsing browser) {
        for (var kept : List.copyOf(unanswered.values())) {
            if (login.equals(kept.get("who"))) {
                var again = new LinkedHashMap<>(kept);
                again.remove("who");
                browser.form().ifPresent(fresh -> again.put("_csrf", fresh.get("_csrf")));
                send(login, browser, again);
            }
        }
    }

    private void send(String login, Browsing browser, Map<String, String> form) {
        var key = UUID.fromString(form.get("key"));
        var kept = new LinkedHashMap<>(form);
        kept.put("who", login);
        unanswered.put(key, kept);
        var answer = browser.send(form);
        if (answer.status() == 200 && !answer.text().contains("class=\"reasons\"") && !answer.text().contains("name=\"password\"")) {
            acknowledged.add(key);
            unanswered.remove(key);
        } else if (answer.status() < 500) {
            unanswered.remove(key);
        }
    }

    /** Compares what people were told with what the database holds, table by table. */
    Found compare(Connection superuser) throws SQLException {
        int lost = 0;
        int half = 0;
        int duplicated = 0;
        try (var sql = superuser.prepareStatement("""
                select count(distinct a.id), count(distinct r.act), count(distinct n.id)
                from act a left join act_result r on r.act = a.id left join noted_record n on n.act = a.id where a.key = ?""")) {
            for (var key : acknowledged) {
                sql.setObject(1, key);
                try (var row = sql.executeQuery()) {
                    row.next();
                    lost += row.getInt(1) == 0 ? 1 : 0;
                    half += row.getInt(1) == 1 && (row.getInt(2) != 1 || row.getInt(3) == 0) ? 1 : 0;
                    duplicated += row.getInt(1) > 1 || row.getInt(3) > 1 ? 1 : 0;
                }
            }
        }
        return new Found(lost, half + number(superuser, "select count(*) from act a where not exists (select from act_result r where r.act = a.id)"),
                duplicated + number(superuser, "select count(*) from (select from act group by account, key having count(*) > 1) twice"));
    }

    static int number(Connection superuser, String question) throws SQLException {
        try (var sql = superuser.createStatement(); var row = sql.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        }
    }
}
