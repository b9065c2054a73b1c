package cn.yizhen.app.document.word;

import java.util.function.Consumer;

/**
 * A growing piece of XML. Element names and attributes come from this package alone; text and attribute values
 * are escaped, and characters XML cannot hold are left out.
 */
final class Xml {

    private final StringBuilder out = new StringBuilder();

    /** An element with children; attributes alternate name and value. */
    Xml element(String name, Consumer<Xml> children, Object... attributes) {
        open(name, attributes).out.append('>');
        children.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    Xml empty(String name, Object... attributes) {
        open(name, attributes).out.append("/>");
        return this;
    }

    Xml text(String text) {
        text.codePoints().filter(Xml::allowed).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Xml open(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1].toString());
            out.append('"');
        }
        return this;
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF) || c == '\t' || c == '\n';
    }
}
