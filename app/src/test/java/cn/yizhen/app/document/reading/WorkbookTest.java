package cn.yizhen.app.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    private static final Layout UNITS = Layout.of("单位",
            Field.text("code", "编码").asRequired(),
            Field.text("name", "名称").asRequired(),
            Field.text("kind", "类别").oneOf(List.of("乡镇", "村")),
            Field.date("from", "起始日期").aka("成立日期"),
            Field.whole("people", "人数"));

    @Test
    @DisplayName("表头上有标题、列换了次序、日期写法各异，照样读")
    void columnsAreFoundByTheirHeader() throws Exception {
        Reading reading = read(book -> {
            fill(book, 0, "云岭县单位表");
            fill(book, 2, "名称（全称）", "备注", " 编 码* ", "成立日期", "类别");
            fill(book, 3, " 青禾村　", "x", "530001", "2020.3.1", "村");
            fill(book, 4, "石桥村", "", "530002", "2020年12月31日", "村");
        });
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.entries()).extracting(e -> e.text("name")).containsExactly("青禾村", "石桥村");
        assertThat(reading.entries()).extracting(e -> e.date("from").orElseThrow())
                .containsExactly(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 12, 31));
        assertThat(reading.entries().getFirst().at("code")).hasToString("“单位”表 C4");
    }

    @Test
    @DisplayName("错处一次说完，每处有表名、单元格和下一步")
    void everyFaultIsNamedAtOnce() throws Exception {
        Reading reading = read(book -> {
            fill(book, 0, "编码", "名称", "类别", "起始日期", "人数");
            fill(book, 1, "1", "", "镇", "去年", "二十");
            fill(book, 2, "2", "甲村", "村", "2026-02-30", "3.5");
        });
        assertThat(reading.findings()).extracting(f -> f.place().letters() + f.place().row() + " " + f.reason().code())
                .containsExactly("B2 cell-missing", "C2 cell-not-offered", "D2 cell-not-a-date", "E2 cell-not-a-number",
                        "D3 cell-not-a-date", "E3 cell-not-a-number");
        assertThat(reading.sound()).isFalse();
    }

    @Test
    @DisplayName("竖着合并的单元格每行都算，横着合并的退回，公式按算出的值读并提示")
    void mergedCellsAndFormulas() throws Exception {
        Reading reading = read(book -> {
            fill(book, 0, "编码", "名称", "类别", "起始日期", "人数");
            fill(book, 1, "1", "甲村", "村");
            fill(book, 2, "2", "乙村");
            fill(book, 3, "3", "丙村");
            var sheet = book.getSheetAt(0);
            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("B4:C4"));
            sheet.getRow(1).createCell(4).setCellFormula("20+4");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(reading.entries().get(1).text("kind")).isEqualTo("村");
        assertThat(reading.entries().getFirst().whole("people")).contains(24);
        assertThat(reading.findings()).extracting(f -> f.reason().code()).containsExactly("cell-formula", "cell-merged");
    }

    @Test
    @DisplayName("编码写成数字不变样，前导零按显示读，超过十五位的退回")
    void codesSurviveAsTheyLook() throws Exception {
        Reading reading = read(book -> {
            fill(book, 0, "编码", "名称");
            fill(book, 1, "", "甲村");
            fill(book, 2, "", "乙村");
            fill(book, 3, "", "丙村");
            var sheet = book.getSheetAt(0);
            sheet.getRow(1).createCell(0).setCellValue(539900001002d);
            var zeros = book.createCellStyle();
            zeros.setDataFormat(book.createDataFormat().getFormat("0000"));
            sheet.getRow(2).createCell(0).setCellValue(7);
            sheet.getRow(2).getCell(0).setCellStyle(zeros);
            sheet.getRow(3).createCell(0).setCellValue(5399000010020033445d);
        });
        assertThat(reading.entries()).extracting(e -> e.text("code")).containsExactly("539900001002", "0007", "");
        assertThat(reading.findings()).extracting(f -> f.reason().code()).containsExactly("number-rounded");
    }

    @Test
    @DisplayName("缺表、缺表头、缺列、列重复，各说各的")
    void missingSheetHeaderAndColumn() throws Exception {
        Reading noColumn = read(book -> {
            fill(book, 0, "编码", "编码", "类别");
            fill(book, 1, "1", "2", "村");
        });
        assertThat(noColumn.findings()).extracting(f -> f.reason().code()).contains("column-twice", "column-missing");
        Reading noHeader = read(book -> fill(book, 0, "甲", "乙"));
        assertThat(noHeader.findings()).extracting(f -> f.reason().code()).containsExactly("header-missing");
        Reading noSheet = Layout.of("岗位", Field.text("code", "编码")).read(opened(bytes(new XSSFWorkbook(), b -> fill(b, 0, "x"))));
        assertThat(noSheet.findings().getFirst().reason().text()).contains("没有找到“岗位”表").contains("“单位”");
    }

    @Test
    @DisplayName(".xls 按内容认，不看扩展名；宏不运行，隐藏的表不读")
    void oldWorkbooksOpen() throws Exception {
        byte[] old = bytes(new HSSFWorkbook(), book -> {
            fill(book, 0, "编码", "名称");
            fill(book, 1, "1", "甲村");
            book.createSheet("缓存");
            book.setSheetHidden(1, true);
        });
        var workbook = opened(old);
        assertThat(workbook.sheets()).extracting(Sheet::name).containsExactly("单位");
        assertThat(UNITS.read(workbook).entries()).hasSize(1);
    }

    @Test
    @DisplayName("空的、坏的、加密的、不是表格的、解开过大的，都有中文理由，不出异常")
    void badFilesAreRefused() throws Exception {
        byte[] good = bytes(new XSSFWorkbook(), b -> fill(b, 0, "编码"));
        assertThat(refusal(new byte[0])).isEqualTo("workbook-empty");
        assertThat(refusal("编码,名称\n1,甲".getBytes(StandardCharsets.UTF_8))).isEqualTo("not-a-workbook");
        assertThat(refusal(java.util.Arrays.copyOf(good, good.length / 2))).isIn("workbook-broken", "not-a-workbook");
        assertThat(refusal(encrypted(good))).isEqualTo("workbook-encrypted");
        assertThat(refusal(zip("xl/workbook.xml", 40 << 20))).isEqualTo("workbook-unpacks-too-large");
        assertThat(refusal(zip("word/document.xml", 10))).isEqualTo("not-a-workbook");
        assertThat(refusal(new byte[21 << 20])).isEqualTo("workbook-too-large");
        assertThat(((Outcome.Refused<?>) cn.yizhen.app.document.reading.Workbook.open("名单.xlsx", new byte[0]))
                .reasons().getFirst().text()).contains("名单.xlsx");
    }

    @Test
    @DisplayName("退回的是同一本：原有内容都在，错行旁有理由，再交上来不重复")
    void theSameWorkbookGoesBack() throws Exception {
        byte[] content = bytes(new XSSFWorkbook(), book -> {
            fill(book, 0, "编码", "名称", "人数");
            fill(book, 1, "1", "甲村", "许多");
            fill(book, 2, "2", "乙村", "30");
            book.createSheet("说明").createRow(0).createCell(0).setCellValue("请勿改动表头");
        });
        var workbook = opened(content);
        byte[] back = workbook.with(UNITS.read(workbook).findings());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            var sheet = book.getSheet("单位");
            assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).startsWith("导入检查");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).contains("C2：“许多”不是整数");
            assertThat(sheet.getRow(2).getCell(3)).isNull();
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("许多");
            assertThat(book.getSheet("说明").getRow(0).getCell(0).getStringCellValue()).isEqualTo("请勿改动表头");
        }
        var place = UNITS.read(workbook).findings().getFirst().place();
        byte[] wordy = workbook.with(List.of(Finding.fault(place, Reason.of("long", "很长的理由。".repeat(12), "请改。"))));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(wordy))) {
            assertThat(book.getSheet("单位").getRow(1).getHeightInPoints()).as("四行理由都看得见").isEqualTo(60);
        }
        var again = opened(back);
        byte[] twice = again.with(UNITS.read(again).findings());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(twice))) {
            assertThat(book.getSheet("单位").getRow(0).getLastCellNum()).isEqualTo((short) 4);
        }
    }

    @Test
    @DisplayName("自己写的模板自己读得回来；像公式的内容是文本")
    void aTemplateReadsBack() {
        List<Column> columns = List.of(Column.of("编码", 2), Column.of("名称", 4).hint("写全称"), Column.of("类别", 2).offering(List.of("乡镇", "村")));
        var table = Table.of(columns, List.of(cn.yizhen.app.document.Row.of("1", "=1+1", "村"), cn.yizhen.app.document.Row.of("2", "@甲/乙", "村")));
        byte[] file = Excel.write(Document.of("模板", StyleSheet.TABLES, Section.of("单位", Page.A4, table)));
        Reading reading = UNITS.read(opened(file));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.entries()).extracting(e -> e.text("name")).containsExactly("=1+1", "@甲/乙");
    }

    private static Reading read(Consumer<Workbook> content) throws Exception {
        return UNITS.read(opened(bytes(new XSSFWorkbook(), content)));
    }

    private static cn.yizhen.app.document.reading.Workbook opened(byte[] content) {
        return switch (cn.yizhen.app.document.reading.Workbook.open("单位.xlsx", content)) {
            case Outcome.Done<cn.yizhen.app.document.reading.Workbook>(var workbook) -> workbook;
            case Outcome.Refused<?>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static String refusal(byte[] content) {
        return ((Outcome.Refused<?>) cn.yizhen.app.document.reading.Workbook.open("a.xlsx", content)).reasons().getFirst().code();
    }

    private static byte[] bytes(Workbook book, Consumer<Workbook> content) throws Exception {
        try (book; var out = new ByteArrayOutputStream()) {
            book.createSheet("单位");
            content.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Workbook book, int row, String... texts) {
        var line = book.getSheetAt(0).createRow(row);
        for (int c = 0; c < texts.length; c++) {
            line.createCell(c).setCellValue(texts[c]);
        }
    }

    private static byte[] encrypted(byte[] content) throws Exception {
        try (var files = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("1234");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(content);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, int zeros) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
