package cn.yizhen.app.document.reading;

/**
 * What a workbook may be, so that one file cannot take the machine down.
 *
 * @param bytes    size of the file
 * @param unpacked size of everything in it, unpacked
 * @param ratio    how many times larger than packed a part of more than a megabyte may be
 * @param rows     rows in one sheet
 * @param columns  columns that are read; further ones are not looked at
 */
record Limits(long bytes, long unpacked, int ratio, int rows, int columns) {

    static final Limits USUAL = new Limits(20L << 20, 96L << 20, 100, 60_000, 100);
}
