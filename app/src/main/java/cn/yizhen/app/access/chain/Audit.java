package cn.yizhen.app.access.chain;

import cn.yizhen.app.access.Sm3;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the chain, and the heads kept outside, with the rows as they are (审计核对): what was changed,
 * removed, added, reordered or cut off, and which acts are not sealed yet.
 *
 * <p>Reads in the transaction it is handed, which should be one snapshot.
 */
public final class Audit {

    private static final int AT_ONCE = 1000;
    private static final int LAG_OVER = 1000;

    private final JdbcClient sql;
    private final List<Head> heads;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** The seal before the one looked at; null where it is missing. */
    private @Nullable Seal last;

    /** A seal as it is stored. */
    private record Seal(long number, UUID act, byte[] digest, String shape, String facts, byte[] link) {

        static Seal of(ResultSet row) throws SQLException {
            return new Seal(row.getLong("number"), row.getObject("act", UUID.class), row.getBytes("digest"), row.getString("shape"),
                    row.getString("facts"), row.getBytes("link"));
        }

        boolean follows(byte[] before, UUID inItsPlace) {
            return Arrays.equals(link, new Link(number, inItsPlace, digest, shape, facts).after(before));
        }
    }

    /**
     * What was found.
     *
     * @param county  division code of the database
     * @param sealed  how many acts are sealed
     * @param proved  the last act a head vouches for, 0 without one
     * @param faults  every fault in Chinese, in the order of acts
     * @param tail    numbered acts beyond the last seal
     * @param pending committed acts without a number
     * @param lag     milliseconds from act to seal, the largest among the latest thousand but one in twenty; −1 when there is none
     */
    public record Report(String county, long sealed, long proved, List<String> faults, long tail, long pending, long lag) {

        public boolean intact() {
            return faults.isEmpty();
        }
    }

    private Audit(JdbcClient sql, List<Head> heads) {
        this.sql = sql;
        this.heads = heads.stream().sorted(Comparator.comparingLong(Head::number)).toList();
    }

    /** @param heads those given by whoever asks, genuine ones only */
    public static Report of(JdbcClient sql, List<Head> heads) {
        return new Audit(sql, heads).report();
    }

    private Report report() {
        var county = sql.sql("select county from installation").query(String.class).optional().orElse("");
        // as a role under the row policies this asks as the program's own actor; past them it changes nothing
        sql.sql("select set_config('yizhen.county', ?, true), set_config('yizhen.system', '审计核对', true)").param(county)
                .query((row, _) -> 1).single();
        long sealed = one("select coalesce(max(number), 0) from act_seal");
        long ordered = one("select coalesce(max(number), 0) from act_order");
        faults.addAll(Planted.seals(sql));
        var before = Link.beginning(county);
        for (long from = 1; from <= sealed; from += AT_ONCE) {
            before = walk(from, Math.min(sealed, from + AT_ONCE - 1), before);
        }
        compareHeads(county, sealed);
        faults.addAll(Planted.acts(sql));
        faults.addAll(Planted.rows(sql));
        return new Report(county, sealed, heads.stream().mapToLong(Head::number).max().orElse(0), List.copyOf(faults),
                Math.max(0, ordered - sealed), one("select count(*) from act_pending p where not exists (select from act_order o where o.act = p.act)"),
                lag());
    }

    /** One stretch of numbers; answers the link the next one hangs on. */
    private byte[] walk(long from, long until, byte[] before) {
        var seals = sql.sql("select * from act_seal where number between ? and ?").params(from, until)
                .query((row, _) -> Seal.of(row)).list().stream().collect(Collectors.toMap(Seal::number, Function.identity(), (first, _) -> first));
        var order = new HashMap<Long, UUID>();
        sql.sql("select number, act from act_order where number between ? and ?").params(from, until)
                .query((row, _) -> order.put(row.getLong(1), row.getObject(2, UUID.class))).list();
        var digests = digests(seals.values().stream().map(Seal::act).toList());
        var facts = facts(seals.values());
        for (long number = from; number <= until; number++) {
            var seal = seals.get(number);
            if (seal == null) {
                faults.add("第 " + number + " 条：封存被删除" + (order.containsKey(number) ? "" : "，编号也被删除"));
                last = null;
                continue;
            }
            var previous = number == from ? before : previous(seals.get(number - 1));
            if (previous != null && !seal.follows(previous, seal.act())) {
                faults.add("第 " + number + " 条：" + brokenLink(seal, previous, seals));
            }
            comparePlace(seal, order.get(number));
            compareAct(seal, digests.get(seal.act()));
            compareFacts(seal, facts.get(seal.act()));
            if (number == 1 || last != null && !last.shape().equals(seal.shape())) {
                compareShape(seal, number == 1 ? null : shapeOf(last.shape()));
            }
            last = seal;
        }
        return last == null ? new byte[0] : last.link();
    }

    private static byte @Nullable [] previous(@Nullable Seal seal) {
        return seal == null ? null : seal.link();
    }

    /** Seals changed places where another one's act would fit the link. */
    private static String brokenLink(Seal seal, byte[] before, Map<Long, Seal> others) {
        var swapped = others.values().stream().filter(other -> other.number() != seal.number()).anyMatch(other ->
                Arrays.equals(other.link(), new Link(seal.number(), other.act(), other.digest(), other.shape(), other.facts()).after(before)));
        return swapped ? "封存的次序被调换" : "封存本身被改，或前面有封存被改、被删";
    }

    private void comparePlace(Seal seal, @Nullable UUID ordered) {
        if (ordered == null) {
            faults.add("第 " + seal.number() + " 条：编号被删除");
        } else if (!ordered.equals(seal.act())) {
            faults.add("第 " + seal.number() + " 条：次序被调换，封存的是 " + seal.act() + "，现在排在这里的是 " + ordered);
        }
    }

    private void compareAct(Seal seal, byte @Nullable [] digest) {
        if (digest == null) {
            faults.add("第 " + seal.number() + " 条：操作记录被删除（" + seal.act() + "）");
        } else if (!Arrays.equals(digest, seal.digest())) {
            faults.add("第 " + seal.number() + " 条：操作内容被改");
        }
    }

    private void compareFacts(Seal seal, @Nullable Facts now) {
        compare(seal, Facts.parse(seal.facts()).only(false), now == null ? new Facts(Map.of()) : now);
    }

    /** Where the shape changes: no table may have left it, and what lay in the new ones is as it was. */
    private void compareShape(Seal seal, @Nullable Shape earlier) {
        var shape = shapeOf(seal.shape());
        if (shape.columns().isEmpty() || earlier != null && earlier.columns().isEmpty()) {
            return;
        }
        var sealed = Facts.parse(seal.facts());
        if (sealed.tellsOfBefore()) {
            compare(seal, sealed.only(true), Facts.before(sql, earlier, shape, seal.number()));
        }
        if (earlier != null) {
            var left = new TreeSet<>(earlier.names());
            left.removeAll(shape.names());
            left.retainAll(Shape.namingActs(sql));
            left.forEach(table -> faults.add("第 " + seal.number() + " 条：从这里起表 " + table + " 不再封存，有人放宽了它的权限"));
        }
    }

    private void compare(Seal seal, Facts sealedFacts, Facts nowFacts) {
        var then = sealedFacts.tables();
        var found = nowFacts.tables();
        for (var table : new TreeSet<>(Stream.concat(then.keySet().stream(), found.keySet().stream()).toList())) {
            var sealed = then.get(table);
            var there = found.get(table);
            if (Objects.equals(sealed, there) || table.equals("act") && there == null) {
                continue;
            }
            faults.add("第 " + seal.number() + " 条" + Facts.called(table) + " " + difference(sealed, there));
        }
    }

    private static String difference(Facts.@Nullable Noted sealed, Facts.@Nullable Noted there) {
        long was = sealed == null ? 0 : sealed.rows();
        long is = there == null ? 0 : there.rows();
        return was == is ? "有行被改（共 " + was + " 行）" : was > is ? "有 " + (was - is) + " 行被删除（封存时 " + was + " 行）"
                : "多出 " + (is - was) + " 行（封存时 " + was + " 行）";
    }

    private Map<UUID, byte[]> digests(List<UUID> acts) {
        var digests = new HashMap<UUID, byte[]>();
        sql.sql("select id, content from act where id = any(:acts)").param("acts", acts.toArray(UUID[]::new))
                .query((row, _) -> digests.put(row.getObject(1, UUID.class), Sm3.digest(row.getBytes(2)))).list();
        return digests;
    }

    private Map<UUID, Facts> facts(Iterable<Seal> seals) {
        var byShape = new LinkedHashMap<String, List<UUID>>();
        seals.forEach(seal -> byShape.computeIfAbsent(seal.shape(), _ -> new ArrayList<>()).add(seal.act()));
        var facts = new HashMap<UUID, Facts>();
        byShape.forEach((id, acts) -> {
            var shape = shapeOf(id);
            if (!shape.columns().isEmpty()) {
                facts.putAll(Facts.of(sql, shape, acts));
            }
        });
        return facts;
    }

    private Shape shapeOf(String id) {
        return shapes.computeIfAbsent(id, this::shape);
    }

    /** The shape under this id; an empty one, told as a fault, when it was changed or cannot be asked any more. */
    private Shape shape(String id) {
        var stored = sql.sql("select columns from seal_shape where id = ?").param(id).query(String.class).optional().map(Shape::of);
        if (stored.isEmpty() || !stored.get().id().equals(id)) {
            faults.add("封存范围 " + id + " 被改或被删除，用它封存的各条的内容无法核对");
            return new Shape(id, "");
        }
        var missing = stored.get().missing(sql);
        if (!missing.isEmpty()) {
            faults.add("封存范围 " + id + " 里的列已不存在，内容无法核对：" + String.join("、", missing));
            return new Shape(id, "");
        }
        return stored.get();
    }

    private void compareHeads(String county, long sealed) {
        for (var head : heads) {
            if (!head.county().equals(county)) {
                faults.add("链头属于区划代码 " + head.county() + "，不是这个数据库的（" + county + "）");
            } else if (head.number() > sealed) {
                faults.add("截断：链头签到第 " + head.number() + " 条，库里只封存到第 " + sealed + " 条，少了 " + (head.number() - sealed) + " 条");
                return;
            } else if (!linkAt(head.number()).equals(head.link())) {
                faults.add("第 " + head.number() + " 条的链值与链头不符：这之前有改动，并且重算过链");
                return;
            }
        }
    }

    private String linkAt(long number) {
        return sql.sql("select link from act_seal where number = ?").param(number).query(byte[].class).optional()
                .map(HexFormat.of()::formatHex).orElse("");
    }

    private long lag() {
        return sql.sql("""
                select coalesce(round(extract(epoch from percentile_disc(0.95) within group (order by late)) * 1000), -1)
                from (select s.at - a.at as late from act_seal s join act a on a.id = s.act order by s.number desc limit ?) newest
                """).param(LAG_OVER).query(Long.class).single();
    }

    private long one(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
