package cn.yizhen.app.upward;

import cn.yizhen.app.upward.PackageKey.Registered;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a package and believes nothing in it before its signature is the registered county's: cut, edited, signed by
 * another county, of a newer version, with a field too many, each is refused with what to do.
 */
final class PackageReader {

    private static final int LARGEST = 64 << 20;

    private final Map<String, Optional<Registered>> keys;

    /** @param keys of every registered county; empty where what was registered is no public key */
    PackageReader(Map<String, Optional<Registered>> keys) {
        this.keys = keys;
    }

    /** What a package says, checked. */
    record Content(Dispatch dispatch, List<PackageFormat.Whole> returns) {}

    Outcome<Content> read(byte[] bytes) {
        return unpack(bytes).then(files -> manifest(files).then(manifest -> signed(manifest, files).then(_ -> content(manifest, files))));
    }

    private static Outcome<Map<String, byte[]>> unpack(byte[] bytes) {
        Map<String, byte[]> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int left = LARGEST;
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                var content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || !PackageFormat.FILES.contains(entry.getName()) || files.put(entry.getName(), content) != null) {
                    return Outcome.refused(Reason.of("package-foreign", "包里有报送包不会有的内容（" + entry.getName() + "），或者大得不合常理。", "请报送的县从“上报”页重新下载或重新投递。"));
                }
            }
        } catch (IOException | IllegalArgumentException cut) {
            files.clear();
        }
        return files.size() == PackageFormat.FILES.size() ? Outcome.done(files)
                : Outcome.refused(Reason.of("package-cut", "文件不完整，或者不是报送包。", "多半是没有传完。请重新传一次；同一个包传几次都只算一次。"));
    }

    private Outcome<JsonNode> manifest(Map<String, byte[]> files) {
        try {
            var manifest = PackageFormat.JSON.readTree(files.get(PackageFormat.MANIFEST));
            int schema = PackageFormat.count(manifest, "schema");
            if (schema != PackageFormat.SCHEMA) {
                return Outcome.refused(Reason.of("package-schema", "包的格式是第" + schema + "版，这里只认第" + PackageFormat.SCHEMA + "版。",
                        schema > PackageFormat.SCHEMA ? "请先升级本级平台，升级后会自动再读。" : "请报送的县升级平台后重新报送。"));
            }
            PackageFormat.text(manifest, "county");
            return Outcome.done(manifest);
        } catch (RuntimeException e) {
            return Outcome.refused(Reason.of("package-manifest", "包的清单读不出来。", "请报送的县从“上报”页重新投递。"));
        }
    }

    private Outcome<JsonNode> signed(JsonNode manifest, Map<String, byte[]> files) {
        var county = PackageFormat.text(manifest, "county");
        var content = files.get(PackageFormat.MANIFEST);
        var signature = signature(files);
        var registered = keys.get(county);
        if (registered == null) {
            return Outcome.refused(Reason.of("package-county", "清单写的是区划代码 " + county + "，这里没有登记它的公钥。",
                    "核实后把该县的公钥存为 keys/" + county + ".pub，会自动再读；不认识的不用管。"));
        }
        if (registered.isEmpty()) {
            return Outcome.refused(Reason.of("package-key", "登记在 keys/" + county + ".pub 的不是公钥（要 SM2 或 Ed25519 公钥，PEM 格式）。",
                    "向该县要来 upward.pub 重新存一份，会自动再读；没有收下任何数字。"));
        }
        if (registered.get().verifies(content, signature)) {
            return Outcome.done(manifest);
        }
        for (var other : keys.entrySet()) {
            if (other.getValue().filter(key -> key.verifies(content, signature)).isPresent()) {
                return Outcome.refused(Reason.of("package-other-county", "清单写的是区划代码 " + county + "，签名却是 " + other.getKey() + " 的。",
                        "请同这两个县核实；没有收下任何数字。"));
            }
        }
        return Outcome.refused(Reason.of("package-signature", "签名与登记的公钥对不上：清单被改过，或者该县换了密钥。",
                "请同该县（" + county + "）核实。换了密钥的，核实后换上新公钥，会自动再读；没有换的，请该县重新投递。"));
    }

    /** Nothing, where it is no Base64: no key has signed that. */
    private static byte[] signature(Map<String, byte[]> files) {
        try {
            return Base64.getDecoder().decode(new String(files.get(PackageFormat.SIGNATURE), StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Outcome<Content> content(JsonNode manifest, Map<String, byte[]> files) {
        for (var name : List.of(PackageFormat.RETURNS, PackageFormat.ROWS)) {
            if (!manifest.path("files").path(name).path("sm3").asString("").equals(PackageKey.sm3(files.get(name)))) {
                return Outcome.refused(Reason.of("package-edited", name + " 与签名的清单对不上，签出以后被改过。", "请报送的县重新投递；没有收下任何数字。"));
            }
        }
        try {
            return content(new Dispatch(UUID.fromString(PackageFormat.text(manifest, "dispatch")), PackageFormat.text(manifest, "county"),
                    UUID.fromString(PackageFormat.text(manifest, "act")), PackageFormat.text(manifest, "countyName"), PackageFormat.count(manifest, "number"),
                    PackageFormat.day(manifest, "day"), List.of()), files);
        } catch (RuntimeException e) {
            return Outcome.refused(Reason.of("package-manifest", "包的清单缺少栏目：" + e.getMessage() + "。", "请报送的县升级平台后重新报送。"));
        }
    }

    private static Outcome<Content> content(Dispatch told, Map<String, byte[]> files) {
        List<Reason> reasons = new ArrayList<>();
        Map<UUID, IssuedReturn> returns = new LinkedHashMap<>();
        Map<UUID, List<ReturnRow>> rows = new HashMap<>();
        Set<String> identities = new HashSet<>();
        each(files, PackageFormat.RETURNS, reasons, line -> {
            var one = PackageFormat.issued(line);
            if (!one.county().equals(told.county())) {
                throw new IllegalArgumentException("写的是别的县（" + one.county() + "）");
            }
            if (!Cadence.QUARTER.containing(one.period().from()).equals(one.period())) {
                throw new IllegalArgumentException("期间不是一个季度");
            }
            returns.put(one.id(), one);
        });
        each(files, PackageFormat.ROWS, reasons, line -> {
            var of = UUID.fromString(PackageFormat.text(line, "return"));
            if (!returns.containsKey(of)) {
                throw new IllegalArgumentException("不属于包里的任何一张上报表");
            }
            var row = PackageFormat.row(line);
            if (!identities.add(of + " " + row.identity())) {
                throw new IllegalArgumentException("同一行出现两次");
            }
            rows.computeIfAbsent(of, _ -> new ArrayList<>()).add(row);
        });
        var dispatch = new Dispatch(told.id(), told.county(), told.act(), told.countyName(), told.number(), told.day(), List.copyOf(returns.keySet()));
        return reasons.isEmpty()
                ? Outcome.done(new Content(dispatch, returns.values().stream().map(one -> new PackageFormat.Whole(one, rows.getOrDefault(one.id(), List.of()))).toList()))
                : Outcome.refused(reasons);
    }

    private interface Take {
        void line(JsonNode line);
    }

    private static void each(Map<String, byte[]> files, String name, List<Reason> reasons, Take take) {
        int number = 0;
        for (var line : new String(files.get(name), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            try {
                take.line(PackageFormat.JSON.readTree(line));
            } catch (RuntimeException e) {
                reasons.add(Reason.of("package-line", name + " 第" + number + "行读不了：" + e.getMessage() + "。", "请报送的县核对平台版本后重新报送；没有收下任何数字。"));
                return;
            }
        }
    }
}
