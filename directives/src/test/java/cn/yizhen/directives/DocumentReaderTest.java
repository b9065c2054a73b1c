package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String SPEECH = "全县春耕工作安排\n各乡镇要制定春耕方案，3月底前完成灌渠清淤。\n";

    private static DocumentText done(byte[] bytes, String name) {
        return switch (new DocumentReader().read(bytes, name)) {
            case Outcome.Done<DocumentText>(var text) -> text;
            case Outcome.Refused<DocumentText>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static Reason refused(byte[] bytes, String name) {
        return switch (new DocumentReader().read(bytes, name)) {
            case Outcome.Done<DocumentText>(var text) -> throw new AssertionError("read: " + text);
            case Outcome.Refused<DocumentText>(var reasons) -> reasons.getFirst();
        };
    }

    @Test
    @DisplayName("文本：UTF-8 去 BOM、换行照旧；GB18030 认得并且说明；其他编码拒收")
    void plainText() {
        var windows = SPEECH.replace("\n", "\r\n");
        assertThat(done(("\ufeff" + windows).getBytes(StandardCharsets.UTF_8), "a.txt").text()).isEqualTo(windows);
        var chinese = done(SPEECH.getBytes(Charset.forName("GB18030")), "a.txt");
        assertThat(chinese.text()).isEqualTo(SPEECH);
        assertThat(chinese.remarks()).singleElement().asString().contains("GB18030");
        var wide = done(("\ufeff" + SPEECH).getBytes(StandardCharsets.UTF_16LE), "a.txt");
        assertThat(wide.text()).isEqualTo(SPEECH);
        assertThat(wide.remarks()).singleElement().asString().contains("UTF-16");
        assertThat(refused(SPEECH.getBytes(StandardCharsets.UTF_16LE), "a.txt").code()).isEqualTo("document-encoding");
        assertThat(refused("Prüfungen für Ämter häufig üblich".getBytes(StandardCharsets.ISO_8859_1), "a.txt").code()).isEqualTo("document-encoding");
        var noise = new byte[4000];
        new Random(7).nextBytes(noise);
        assertThat(refused(noise, "a.txt").code()).isEqualTo("document-encoding");
    }

    @Test
    @DisplayName("空文件、过大的文件")
    void emptyAndHuge() throws IOException {
        assertThat(refused(new byte[0], "空.docx").code()).isEqualTo("document-empty");
        assertThat(refused(" \r\n\u3000".getBytes(StandardCharsets.UTF_8), "空.txt").code()).isEqualTo("document-empty");
        assertThat(refused(docx(document -> { }), "空.docx").code()).isEqualTo("document-empty");
        var huge = refused(new byte[DocumentReader.LARGEST + 1], "大.docx");
        assertThat(huge.text()).contains("《大.docx》", "50 MB");
        assertThat(huge.nextStep()).isNotBlank();
    }

    @Test
    @DisplayName("损坏的文件说损坏，不抛异常")
    void broken() throws IOException {
        var whole = docx(d -> d.createParagraph().createRun().setText("要制定办法。"));
        assertThat(refused(java.util.Arrays.copyOf(whole, whole.length / 3), "坏.docx").code()).isIn("document-broken", "document-kind");
        assertThat(refused("%PDF-1.7\n乱码".getBytes(StandardCharsets.UTF_8), "坏.pdf").code()).isEqualTo("document-broken");
        assertThat(refused(zip(Map.of("word/document.xml", "<w:document")), "坏.docx").code()).isEqualTo("document-broken");
        var ole = new byte[3000];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1}, 0, ole, 0, 8);
        assertThat(refused(ole, "坏.wps").code()).isEqualTo("document-broken");
    }

    @Test
    @DisplayName("任何一处被改坏的文件都有结果，没有异常")
    void everyDamageHasAnAnswer() throws IOException {
        var random = new Random(42);
        for (var original : new byte[][] {docx(d -> d.createParagraph().createRun().setText("要制定办法。")), resource("notice.doc"), pdf(), rtf().getBytes(StandardCharsets.US_ASCII)}) {
            for (int round = 0; round < 40; round++) {
                var damaged = original.clone();
                for (int i = 0; i < 12; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(new DocumentReader().read(damaged, "x")).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("加密的文件请对方取消密码")
    void encrypted() throws Exception {
        try (var files = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(docx(d -> d.createParagraph().createRun().setText("要制定办法。")));
            }
            files.writeFilesystem(out);
            assertThat(refused(out.toByteArray(), "密.docx").code()).isEqualTo("document-encrypted");
        }
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            assertThat(refused(out.toByteArray(), "密.pdf").code()).isEqualTo("document-encrypted");
        }
    }

    @Test
    @DisplayName("没有文字层的扫描件请提供可复制文字的版本")
    void scans() throws IOException {
        assertThat(refused(pdf(), "扫描.pdf").nextStep()).isEqualTo("请提供可复制文字的版本。");
        assertThat(refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2}, "扫描.jpg").nextStep()).isEqualTo("请提供可复制文字的版本。");
    }

    @Test
    @DisplayName("带宏的文件、压缩炸弹、别的文件")
    void macrosBombsAndOtherKinds() throws IOException {
        assertThat(refused(zip(Map.of("word/document.xml", paragraph("要制定办法。"), "word/vbaProject.bin", "x")), "宏.docm").code()).isEqualTo("document-macros");
        assertThat(refused(zip(Map.of("word/document.xml", "0".repeat(40_000_000))), "炸弹.docx").code()).isEqualTo("document-bomb");
        assertThat(refused(zip(Map.of("xl/workbook.xml", "<a/>")), "表.xlsx").text()).contains("表格");
        assertThat(refused(zip(Map.of("OFD.xml", "<a/>")), "版式.ofd").text()).contains("OFD");
        assertThat(refused("<html><body>要制定办法</body></html>".getBytes(StandardCharsets.UTF_8), "网页.doc").text()).contains("网页");
        assertThat(refused(zip(Map.of("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>")), "外部.docx").code()).isIn("document-broken", "document-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★3年\n关于春耕的通知\n正文", "000012\n秘密\n县人民政府文件", "份号：000003\n通知", "密级：秘密\n通知", "关于春耕的通知\n机 密 ★\n", "绝密", "秘密★1年    特急\n通知"})
    @DisplayName("文首有密级或份号就停下，不进入平台")
    void secrecyMarksStopIt(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8), "密.txt").code()).isEqualTo("document-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于做好保密工作的通知\n要制定保密制度，严守党和国家秘密，加强机密文件管理。", "县人民政府关于商业秘密保护的意见\n机密文件不得外传。", "密级：公开\n通知", "2026\n工作要点"})
    @DisplayName("正文里说保密工作不算密级")
    void wordsAboutSecrecyAreNoMark(String text) {
        assertThat(done(text.getBytes(StandardCharsets.UTF_8), "a.txt").text()).isEqualTo(text);
    }

    @Test
    @DisplayName("按内容认文件：.wps 里可能是 Word 二进制、docx 或者 RTF")
    void theContentDecides() throws IOException {
        assertThat(done(resource("notice.doc"), "通知.wps").kind()).isEqualTo(DocumentText.Kind.DOC);
        assertThat(done(resource("notice.doc"), "通知.wps").text()).contains("一、压实责任").contains("建立山塘巡查台账");
        assertThat(done(docx(d -> d.createParagraph().createRun().setText("要制定办法。")), "通知.wps").text()).isEqualTo("要制定办法。\n");
        var rtf = done(rtf().getBytes(StandardCharsets.US_ASCII), "通知.wps");
        assertThat(rtf.kind()).isEqualTo(DocumentText.Kind.RTF);
        assertThat(rtf.text()).isEqualTo("要制定\n办法");
    }

    @Test
    @DisplayName("二进制 .doc 里往下合并的责任单位，每一行都有")
    void mergedUnitsOfABinaryTable() throws IOException {
        assertThat(done(resource("merged.doc"), "任务表.doc").text().lines()).contains(
                "1\t制定山塘除险加固实施方案。\t县水利局\t6月底前", "2\t建立山塘巡查台账。\t县水利局\t7月底前");
    }

    @Test
    @DisplayName("Word 二进制里自动编的号也写出来")
    void automaticNumbersOfABinaryDocument() throws IOException {
        assertThat(done(resource("numbered.doc"), "要点.wps").text().lines().map(String::strip)).containsSubsequence(
                "一、抓产业", "1.种好茶", "2.修好路", "二、抓民生", "1.建一所幼儿园");
    }

    @Test
    @DisplayName("PDF 里画了线的表格一行一行读，格子里换了行的接起来，竖着合并的责任单位每行都算")
    void aTableInAPdf() throws IOException {
        assertThat(done(resource("task-table.pdf"), "任务分解表.pdf").text().lines().map(String::strip).filter(line -> !line.isEmpty())).containsExactly(
                "云岭县二〇二六年重点任务分解表",
                "序号\t任务内容\t责任单位\t完成时限",
                "1\t制定老旧山塘除险加固实施方案，逐个山塘明确巡查责任人和避险转移路线。\t县水利局\t6月底前",
                "2\t建立山塘巡查台账。\t县水利局\t6月底前",
                "3\t开展一次汛前隐患排查。\t县应急管理局\t4月底前",
                "各责任单位按季度报送一次进展。");
    }

    @Test
    void pastedTextPassesTheSameChecks() {
        assertThat(new DocumentReader().pasted(SPEECH)).isInstanceOf(Outcome.Done.class);
        assertThat(new DocumentReader().pasted("  ")).isInstanceOf(Outcome.Refused.class);
        assertThat(new DocumentReader().pasted("秘密★2年\n通知")).isInstanceOf(Outcome.Refused.class);
    }

    private static String rtf() {
        return "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\uc1\\u35201?\\'d6\\'c6\\'b6\\'a8\\par {\\deleted \\'b2\\'bb}\\'b0\\'ec\\'b7\\'a8}";
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] docx(java.util.function.Consumer<XWPFDocument> content) throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return out.toByteArray();
        }
    }

    static String paragraph(String content) {
        return body("<w:p><w:r><w:t>" + content + "</w:t></w:r></w:p>");
    }

    static String body(String content) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + content + "</w:body></w:document>";
    }

    static byte[] zip(Map<String, String> parts) {
        try (var out = new ByteArrayOutputStream(); var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) throws IOException {
        try (var in = DocumentReaderTest.class.getResourceAsStream("/documents/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}
