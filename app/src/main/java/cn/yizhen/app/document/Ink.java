package cn.yizhen.app.document;

/** Colours of official papers; everything is black but the head of a formal document. */
public enum Ink {
    BLACK("000000"),
    RED("FF0000");

    private final String hex;

    Ink(String hex) {
        this.hex = hex;
    }

    public String hex() {
        return hex;
    }
}
