package cn.yizhen.app.upward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.crypto.SignatureAlgorithm;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@DisplayName("接收上报")
class ReceivingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period THIRD = Cadence.QUARTER.containing(LocalDate.of(2026, 7, 1));

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Receiving receiving;
    @Autowired Received received;
    @Autowired Transactions transactions;
    @Autowired UpwardSettings settings;
    @Autowired Ids ids;

    @Test
    @DisplayName("两个县的包收下，按区划顺序列出，写明新不新；再送一次、换个文件名再送，都只算一次")
    void manyCountiesOnce() throws Exception {
        var second = county("539902", SignatureAlgorithm.ED25519);
        var first = county("539901", SignatureAlgorithm.SM2);
        put("b.zip", second.pack(1, TODAY, second.issued(1, null, ""), 7));
        var package1 = first.pack(1, TODAY, first.issued(1, null, ""), 5);
        put("a.zip", package1);
        put("a-again.zip", package1);
        receiving.look();
        receiving.look();
        var page = page("/received?quarter=2026-07-01");
        assertThat(page.indexOf("县539901")).isBetween(0, page.indexOf("县539902"));
        assertThat(page).contains("，是今天的", "支部党员大会").doesNotContain("%");
        assertThat(page("/received/duties/branch-assembly?quarter=2026-07-01")).contains("县539901", "县539902", "合计");
        assertThat(page("/received/counties/539901?quarter=2026-07-01")).contains("第1号上报表", "分乡镇");
        assertThat(count("539901")).isEqualTo(1);

        var before = first.last;
        put("a2.zip", first.pack(2, TODAY, first.issued(2, before, "补记"), 6));
        receiving.look();
        assertThat(page("/received/counties/539901?quarter=2026-07-01")).contains("第2号上报表", "因为补记").doesNotContain("第1号上报表");
    }

    @Test
    @DisplayName("改过的、别的县签的、没登记的、没传完的、新版的、多了村的：一样不收，写明原因和下一步")
    void nothingIsBelievedBeforeItsSignature() throws Exception {
        var one = county("539911", SignatureAlgorithm.SM2);
        var other = county("539912", SignatureAlgorithm.SM2);
        var stranger = new County("539919", SignatureAlgorithm.SM2.generate(), SignatureAlgorithm.SM2);
        var good = one.pack(1, TODAY, one.issued(1, null, ""), 5);
        put("edited.zip", rewritten(good, PackageFormat.ROWS, text -> text.replace("\"met\":5", "\"met\":9")));
        put("manifest.zip", rewritten(good, PackageFormat.MANIFEST, text -> text.replace("539911", "539912")));
        put("stranger.zip", stranger.pack(1, TODAY, stranger.issued(1, null, ""), 5));
        put("forged.zip", new County("539911", other.keys, SignatureAlgorithm.SM2).pack(9, TODAY, one.issued(9, null, ""), 5));
        put("cut.zip", Arrays.copyOf(good, good.length / 2));
        put("newer.zip", rewritten(good, PackageFormat.MANIFEST, text -> text.replace("\"schema\":1", "\"schema\":2")));
        put("village.zip", one.packLines(8, "{\"return\":\"%s\",\"area\":\"village\"}"));
        put("person.zip", one.packLines(7, "{\"return\":\"%s\",\"person\":\"某某\"}"));
        put("note.txt.zip", "不是压缩包".getBytes(StandardCharsets.UTF_8));
        receiving.look();
        Map<String, String> why = new LinkedHashMap<>();
        received.refused(people.scopeOf("shuji")).forEach(refused -> why.put(refused.name(), String.join("", refused.reasons())));
        assertThat(why.get("edited.zip")).contains("签出以后被改过", "重新投递");
        assertThat(why.get("manifest.zip")).contains("清单被改过", "539912");
        assertThat(why.get("forged.zip")).contains("签名却是 539912 的");
        assertThat(why.get("stranger.zip")).contains("没有登记它的公钥", "keys/539919.pub");
        assertThat(why.get("cut.zip")).contains("不完整", "重新传一次");
        assertThat(why.get("newer.zip")).contains("第2版", "升级");
        assertThat(why.get("village.zip")).contains("第1行", "范围只能是");
        assertThat(why.get("person.zip")).contains("没有的栏目“person”");
        assertThat(why.get("note.txt.zip")).contains("不是报送包");
        assertThat(count("539911")).isZero();
        assertThat(page("/received?quarter=2026-07-01")).contains("没有收下的文件", "edited.zip");

        // what was wrong is put right: the key is registered, the file is sent whole
        Files.writeString(settings.receive().resolve("keys/539919.pub"), PackageKey.Pem.PUBLIC.write(stranger.keys.getPublic().getEncoded()));
        put("cut.zip", good);
        receiving.look();
        assertThat(count("539919")).isEqualTo(1);
        assertThat(count("539911")).isEqualTo(1);
        assertThat(received.refused(people.scopeOf("shuji"))).noneMatch(refused -> refused.name().equals("stranger.zip") || refused.name().equals("cut.zip"));
    }

    @Test
    @DisplayName("登记的不是公钥：说出是哪个文件，别的县照收；换成真的，自动再读")
    void aFileThatIsNoKey() throws Exception {
        var one = county("539971", SignatureAlgorithm.SM2);
        var other = county("539972", SignatureAlgorithm.SM2);
        var key = settings.receive().resolve("keys/539971.pub");
        var real = Files.readAllBytes(key);
        Files.write(key, new byte[] {0x30, (byte) 0xff, (byte) 0xfe, 0});
        put("g1.zip", one.pack(1, TODAY, one.issued(1, null, ""), 5));
        put("g2.zip", other.pack(1, TODAY, other.issued(1, null, ""), 5));
        receiving.look();
        assertThat(count("539972")).isEqualTo(1);
        assertThat(received.refused(people.scopeOf("shuji"))).filteredOn(refused -> refused.name().equals("g1.zip")).singleElement()
                .satisfies(refused -> assertThat(refused.reasons().toString()).contains("keys/539971.pub 的不是公钥", "向该县要来 upward.pub"));
        Files.write(key, real);
        receiving.look();
        assertThat(count("539971")).isEqualTo(1);
    }

    @Test
    @DisplayName("没有收下的文件被拿走了：还说一个星期，写明已经不在")
    void aRefusedFileIsCarriedAway() throws Exception {
        put("h1.zip", new byte[] {1});
        receiving.look();
        Files.delete(settings.receive().resolve("h1.zip"));
        assertThat(page("/received").replaceAll("(?s).*>h1.zip<(.{200}).*", "$1")).contains("文件已经不在接收目录");
        var scope = people.scopeOf("shuji");
        assertThat(received.refused(scope.at(AsOf.on(TODAY.plusDays(6))))).anyMatch(refused -> refused.name().equals("h1.zip"));
        assertThat(received.refused(scope.at(AsOf.on(TODAY.plusDays(7))))).noneMatch(refused -> refused.name().equals("h1.zip"));
    }

    @Test
    @DisplayName("同一号换了内容再来，保留先收到的；中间缺一号，看得出来")
    void aNumberIsSaidOnce() throws Exception {
        var one = county("539921", SignatureAlgorithm.SM2);
        put("c1.zip", one.pack(1, TODAY, one.issued(1, null, ""), 5));
        put("c1-other.zip", one.pack(1, TODAY, one.issued(1, null, ""), 6));
        put("c3.zip", one.pack(3, TODAY, null, 0));
        put("c9.zip", one.pack(9_000_000, TODAY, null, 0));
        receiving.look();
        assertThat(received.refused(people.scopeOf("shuji"))).anyMatch(refused -> refused.reasons().toString().contains("以前收过一个内容不同的"));
        assertThat(page("/received")).contains("中间缺第2、4至8999999号", "把缺的包再投递一次");
    }

    @Test
    @DisplayName("补送来的旧包晚到：只算最新的一号；顺序不论，一个县一个季度只算一次")
    void anOlderOneComesLater() throws Exception {
        var one = county("539941", SignatureAlgorithm.SM2);
        var first = one.issued(1, null, "");
        var third = one.issued(3, one.issued(2, first, "补记"), "更正");
        put("d3.zip", one.pack(3, TODAY, third, 8));
        receiving.look();
        put("d1.zip", one.pack(1, TODAY.minusDays(2), first, 5));
        receiving.look();
        assertThat(count("539941")).isEqualTo(2);
        assertThat(page("/received/counties/539941?quarter=2026-07-01")).contains("第3号上报表").doesNotContain("第1号上报表");
        assertThat(received.duties(people.scopeOf("shuji"), THIRD.from(), "branch-assembly").getFirst().periods().getFirst().counties())
                .filteredOn(county -> county.code().equals("539941")).singleElement().satisfies(county -> assertThat(county.tally().met()).isEqualTo(8));
    }

    @Test
    @DisplayName("报了别的县的编号、县自己又换了内容的：不收；一个县的包不碍着另一个县")
    void anotherCountysIdentities() throws Exception {
        var right = county("539951", SignatureAlgorithm.SM2);
        var wrong = county("539950", SignatureAlgorithm.ED25519);
        var issued = right.issued(1, null, "");
        put("e1.zip", right.pack(1, TODAY, issued, 5));
        receiving.look();
        Files.createDirectories(settings.receive().resolve("0-a-folder.zip"));
        var taken = new IssuedReturn(issued.id(), "539950", ids.next(), 1, THIRD, new AsOf(TODAY, 1), "ab", TODAY, null, "");
        put("e0.zip", wrong.pack(1, TODAY, taken, 1));
        put("e2.zip", wrong.pack(2, TODAY, wrong.issued(2, issued, "代替别人的"), 1));
        put("e3.zip", right.pack(2, TODAY, issued, 6));
        put("e4.zip", right.pack(3, TODAY, right.issued(2, issued, "补记"), 7));
        receiving.look();
        Map<String, String> why = new LinkedHashMap<>();
        received.refused(people.scopeOf("shuji")).forEach(refused -> why.put(refused.name(), String.join("", refused.reasons())));
        assertThat(why.get("e0.zip")).contains("请同");
        assertThat(why.get("e3.zip")).contains("第1号上报表以前收过一张不同的");
        assertThat(why).doesNotContainKey("e4.zip");
        assertThat(count("539951")).isEqualTo(2);
    }

    @Test
    @DisplayName("存不进去的字、不合常理的数和日期、不是季度的期间：说是第几行，别的包照收")
    void whatNoDatabaseHolds() throws Exception {
        var one = county("539960", SignatureAlgorithm.SM2);
        var line = PackageFormat.line(one.issued(1, null, ""), County.row(0, new Area(Area.Kind.COUNTY, "539960", "全县"), 5)).replaceFirst("\"return\":\"[^\"]+\"", "\"return\":\"%s\"");
        put("f1.zip", one.packLines(1, line.replace("全县", "全\\u0000县")));
        put("f2.zip", one.packLines(2, line.replace("\"met\":5", "\"met\":2147483647")));
        put("f3.zip", one.packLines(3, line.replace("2026-07-01", "+999999999-01-01")));
        var year = new IssuedReturn(ids.next(), "539960", ids.next(), 4, new Period(THIRD.from(), THIRD.from().plusYears(1)), new AsOf(TODAY, 1), "ab", TODAY, null, "");
        put("f4.zip", one.pack(4, TODAY, year, 5));
        put("f5.zip", one.packLines(5, line));
        receiving.look();
        Map<String, String> why = new LinkedHashMap<>();
        received.refused(people.scopeOf("shuji")).forEach(refused -> why.put(refused.name(), String.join("", refused.reasons())));
        assertThat(why.get("f1.zip")).contains("第1行", "不是文字");
        assertThat(why.get("f2.zip")).contains("第1行", "“met”不是件数");
        assertThat(why.get("f3.zip")).contains("第1行");
        assertThat(why.get("f4.zip")).contains("期间不是一个季度");
        assertThat(count("539960")).isEqualTo(1);
    }

    @Test
    @DisplayName("三天没有消息的县：写明晚了三天，旧数字还在")
    void threeDaysBehind() throws Exception {
        var one = county("539931", SignatureAlgorithm.SM2);
        put("late.zip", one.pack(1, TODAY.minusDays(3), one.issued(1, null, ""), 5));
        receiving.look();
        assertThat(page("/received?quarter=2026-07-01")).contains("数字到2026年11月20日（第1号），已经晚了3天", "以前收到的数字不受影响");
        assertThat(page("/received/counties/539931?quarter=2026-07-01")).contains("第1号上报表");
    }

    private long count(String county) {
        return transactions.reading(people.scopeOf("shuji"), sql -> sql.sql("select count(*) from upward_return where county = ?").param(county).query(Long.class).single());
    }

    private County county(String code, SignatureAlgorithm algorithm) throws Exception {
        var county = new County(code, algorithm.generate(), algorithm);
        Files.createDirectories(settings.receive().resolve("keys"));
        Files.writeString(settings.receive().resolve("keys").resolve(code + ".pub"), PackageKey.Pem.PUBLIC.write(county.keys.getPublic().getEncoded()));
        return county;
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(settings.receive().resolve(name), content);
    }

    private static byte[] rewritten(byte[] zip, String file, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip)); var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                var content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(file) ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String page(String address) throws Exception {
        var response = web.perform(get(address).with(authentication(new TestingAuthenticationToken(people.signedIn("shuji"), "", "USER")))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Another county with a platform of its own. */
    private final class County {

        private final String code;
        private final KeyPair keys;
        private final PackageKey key;
        private @Nullable IssuedReturn last;

        County(String code, KeyPair keys, SignatureAlgorithm algorithm) {
            this.code = code;
            this.keys = keys;
            this.key = new PackageKey(algorithm, keys.getPrivate());
        }

        IssuedReturn issued(int number, @Nullable IssuedReturn supersedes, String reason) {
            last = new IssuedReturn(ids.next(), code, ids.next(), number, THIRD, new AsOf(TODAY, 812), "ab12cd34ef56", TODAY, supersedes == null ? null : supersedes.id(), reason);
            return last;
        }

        byte[] pack(int number, LocalDate day, @Nullable IssuedReturn issued, int met) {
            var returns = issued == null ? List.<PackageFormat.Whole>of() : List.of(new PackageFormat.Whole(issued, List.of(
                    row(0, new Area(Area.Kind.COUNTY, code, "全县"), met), row(1, new Area(Area.Kind.TOWNSHIP, code + "100", "城关镇"), met))));
            return PackageWriter.write(dispatch(number, day), returns, key);
        }

        /** A signed package whose only row is this line, with the identity of its return. */
        byte[] packLines(int number, String line) {
            var issued = issued(number, null, "");
            return PackageWriter.write(dispatch(number, TODAY), PackageFormat.line(issued), line.formatted(issued.id()), key);
        }

        private Dispatch dispatch(int number, LocalDate day) {
            return new Dispatch(ids.next(), code, UUID.randomUUID(), "县" + code, number, day, List.of());
        }

        private static ReturnRow row(int place, Area area, int met) {
            return new ReturnRow(place, area, "政治思想建设", "三会一课", "branch-assembly", "支部党员大会", THIRD, new Tally(1, 0, met, 1, 0, 2));
        }
    }
}
