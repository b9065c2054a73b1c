package cn.yizhen.app.document;

import cn.yizhen.app.document.excel.ExcelWriter;

/** A document as a workbook (.xlsx), a sheet for each section. Every cell is text and nothing else. */
public final class Excel {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Excel() {}

    public static byte[] write(Document document) {
        return ExcelWriter.write(document);
    }
}
