package cn.yizhen.app.access;

/** What a token of another program may do; each operation of the interface needs exactly one. */
public enum TokenRight {
    READ_DUTIES("查看本单位应办"),
    READ_STANDING("查看履行情况合计"),
    READ_MATTERS("查看范围内的事项"),
    NOTE_RECORDS("登记记录");

    private final String label;

    TokenRight(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
