package cn.yizhen.directives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads WordprocessingML as a stream: no entities, no tree, one pass. */
final class WordMarkup {

    /** @param revised tracked changes were met */
    record Words(String text, boolean revised) {}

    private record Row(int start, int cells) {}

    private static final Set<String> ASIDE = Set.of("del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "sdtPr", "pict");

    private final ListNumbers numbers;
    private final StringBuilder text = new StringBuilder();
    private boolean revised;
    private int cellStart;
    private final Deque<MergedCells> tables = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private boolean hidden;
    private @Nullable String style;
    private @Nullable String list;
    private @Nullable String level;
    private int paragraphStart;
    private boolean properties;

    WordMarkup(ListNumbers numbers) {
        this.numbers = numbers;
    }

    Words read(byte[] part) throws IOException {
        try {
            XMLStreamReader xml = reader(part);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> { }
                }
            }
            return new Words(text.toString(), revised);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        var name = xml.getLocalName();
        if (ASIDE.contains(name)) {
            revised |= name.equals("moveFrom") || name.startsWith("del");
            leave(xml);
            return;
        }
        switch (name) {
            case "ins", "moveTo" -> revised = true;
            case "tbl" -> tables.push(new MergedCells());
            case "tr" -> row();
            case "tc" -> cell();
            case "gridSpan" -> inTable(table -> table.spans(value(xml)));
            case "vMerge" -> inTable(table -> table.merges(value(xml)));
            case "p" -> open();
            case "pPr" -> properties = true;
            case "rPr", "r" -> hidden = false;
            case "vanish" -> hidden = !properties && on(xml);
            case "pStyle" -> style = value(xml);
            case "ilvl" -> level = value(xml);
            case "numId" -> list = value(xml);
            case "t" -> say(xml.getElementText());
            case "tab" -> say(properties ? "" : "\t");
            case "br", "cr" -> say("page".equals(attribute(xml, "type")) ? "" : "\n");
            case "noBreakHyphen" -> say("-");
            default -> { }
        }
    }

    private static boolean on(XMLStreamReader xml) {
        var value = value(xml);
        return !"0".equals(value) && !"false".equals(value);
    }

    private void open() {
        paragraphStart = text.length();
        style = null;
        list = null;
        level = null;
        hidden = false;
    }

    private void say(String words) {
        if (!hidden) {
            text.append(!tables.isEmpty() ? words.replace('\t', ' ') : words);
        }
    }

    private void end(String name) {
        switch (name) {
            case "pPr" -> properties = false;
            case "p" -> close();
            case "tbl" -> tables.poll();
            case "tr" -> endRow();
            case "tc" -> closeCell();
            default -> { }
        }
    }

    private void inTable(Consumer<MergedCells> what) {
        if (!tables.isEmpty()) {
            what.accept(tables.peek());
        }
    }

    private void row() {
        rows.push(new Row(text.length(), 0));
        inTable(MergedCells::row);
    }

    private void closeCell() {
        trimLineEnd();
        int from = Math.min(cellStart, text.length());
        var words = text.substring(from);
        inTable(table -> text.replace(from, text.length(), table.close(words)));
    }

    private void cell() {
        if (!rows.isEmpty()) {
            var row = rows.pop();
            if (row.cells() > 0) {
                text.append('\t');
            }
            rows.push(new Row(row.start(), row.cells() + 1));
        }
        cellStart = text.length();
        inTable(MergedCells::cell);
    }

    /** A row of several cells stays on one line; a single cell is a frame around ordinary paragraphs. */
    private void endRow() {
        trimLineEnd();
        var row = rows.isEmpty() ? new Row(text.length(), 0) : rows.pop();
        for (int i = row.start(); row.cells() > 1 && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                text.setCharAt(i, ' ');
            }
        }
        text.append('\n');
    }

    private void close() {
        if (text.length() > paragraphStart) {
            text.insert(paragraphStart, numbers.next(style, list, level));
        }
        text.append('\n');
    }

    /** The ends of paragraphs within a row; the line above it is another. */
    private void trimLineEnd() {
        int row = rows.isEmpty() ? 0 : rows.peek().start();
        while (text.length() > row && text.charAt(text.length() - 1) == '\n') {
            text.setLength(text.length() - 1);
        }
    }

    private static @Nullable String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static void leave(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
