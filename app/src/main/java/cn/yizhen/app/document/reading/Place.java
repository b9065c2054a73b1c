package cn.yizhen.app.document.reading;

/**
 * A place in a workbook, as the reader sees it.
 *
 * @param row    1-based; 0 for the sheet as a whole
 * @param column 1-based; 0 for the row as a whole
 */
public record Place(String sheet, int row, int column) implements Comparable<Place> {

    public static Place of(String sheet) {
        return new Place(sheet, 0, 0);
    }

    public Place column(int number) {
        return new Place(sheet, row, number);
    }

    /** The column's letters: 1 is A, 27 is AA. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int n = column; n > 0; n = (n - 1) / 26) {
            letters.insert(0, (char) ('A' + (n - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public int compareTo(Place other) {
        int bySheet = sheet.compareTo(other.sheet);
        int byRow = bySheet != 0 ? bySheet : Integer.compare(row, other.row);
        return byRow != 0 ? byRow : Integer.compare(column, other.column);
    }

    /** “单位”表 C7 */
    @Override
    public String toString() {
        if (row == 0) {
            return "“" + sheet + "”表";
        }
        return "“" + sheet + "”表" + (column == 0 ? "第 " + row + " 行" : " " + letters() + row);
    }
}
