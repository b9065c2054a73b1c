package cn.yizhen.app.document.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a Word document, cell by cell in the columns of their grid. Deleted and moved-away text is left out,
 * inserted text taken; a cell merged downwards stands in every row it covers.
 */
final class WordTables {

    private static final String BODY = "word/document.xml";
    private static final String ROW_MARK = "row_";
    private static final Pattern DROPPED = Pattern.compile("del|moveFrom|instrText|delText|txbxContent");

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Deque<TableSoFar> open = new ArrayDeque<>();
    private StringBuilder paragraph = new StringBuilder();
    private boolean nested;
    private boolean inText;

    /** @param nested a table stands inside a cell of another: which row a text belongs to cannot be told */
    record Found(List<Sheet> sheets, List<String> lines, boolean nested) {}

    private static final class TableSoFar {
        private final String name;
        private final List<Sheet.Line> lines = new ArrayList<>();
        private final Map<Integer, Value> above = new TreeMap<>();
        private TreeMap<Integer, Value> row = new TreeMap<>();
        private int number;
        private int column;
        private int across;
        private boolean goesOn;
        private String mark = "";
        private StringBuilder text = new StringBuilder();

        TableSoFar(String name) {
            this.name = name;
        }
    }

    static Found read(byte[] content) throws IOException, XMLStreamException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BODY)) {
                    return new WordTables().read(zip);
                }
            }
        }
        throw new IOException("no " + BODY);
    }

    private Found read(ZipInputStream body) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(body);
        int dropped = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                dropped += DROPPED.matcher(xml.getLocalName()).matches() ? 1 : 0;
                if (dropped == 0) {
                    start(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (DROPPED.matcher(xml.getLocalName()).matches()) {
                    dropped--;
                } else if (dropped == 0) {
                    end(xml.getLocalName());
                }
            } else if (event == XMLStreamConstants.CHARACTERS && dropped == 0 && inText) {
                write(xml.getText());
            }
        }
        return new Found(sheets, lines, nested);
    }

    private void start(XMLStreamReader xml) {
        var table = open.peek();
        switch (xml.getLocalName()) {
            case "tbl" -> {
                nested |= table != null;
                open.push(new TableSoFar("第 " + (sheets.size() + open.size() + 1) + " 张表"));
            }
            case "tr" -> begin(Objects.requireNonNull(table));
            case "gridBefore" -> Objects.requireNonNull(table).column += number(xml);
            case "tc" -> cell(Objects.requireNonNull(table));
            case "gridSpan" -> {
                if (table != null) {
                    table.across = Math.max(1, number(xml));
                }
            }
            case "vMerge" -> {
                if (table != null) {
                    table.goesOn = !"restart".equals(xml.getAttributeValue(xml.getNamespaceURI(), "val"));
                }
            }
            case "bookmarkStart" -> mark(table, xml.getAttributeValue(xml.getNamespaceURI(), "name"));
            case "t" -> inText = true;
            case "tab" -> write(" ");
            case "br", "cr" -> write("\n");
            default -> { }
        }
    }

    private void end(String name) {
        var table = open.peek();
        switch (name) {
            case "t" -> inText = false;
            case "p" -> paragraph(table);
            case "tc" -> close(Objects.requireNonNull(table));
            case "tr" -> row(Objects.requireNonNull(table));
            case "tbl" -> {
                open.pop();
                sheets.add(new Sheet(Objects.requireNonNull(table).name, table.lines));
            }
            default -> { }
        }
    }

    private void write(String text) {
        var table = open.peek();
        (table == null ? paragraph : table.text).append(text);
    }

    private void paragraph(@Nullable TableSoFar table) {
        if (table != null) {
            table.text.append('\n');
        } else {
            Optional.of(paragraph.toString().strip()).filter(line -> !line.isEmpty()).ifPresent(lines::add);
            paragraph = new StringBuilder();
        }
    }

    private static void begin(TableSoFar table) {
        table.number++;
        table.column = 1;
        table.row = new TreeMap<>();
        table.mark = "";
    }

    private static void cell(TableSoFar table) {
        table.across = 1;
        table.goesOn = false;
        table.text = new StringBuilder();
    }

    private static void close(TableSoFar table) {
        var place = new Place(table.name, table.number, table.column);
        var words = table.text.toString().strip().replaceAll("\\n+", "\n");
        var value = table.goesOn ? table.above.get(table.column) : new Value(place, words, null, null, null, null, table.across);
        if (value != null) {
            table.above.put(table.column, value);
            if (!value.blank()) {
                table.row.put(table.column, value);
            }
        }
        table.column += table.across;
    }

    private static void row(TableSoFar table) {
        if (!table.mark.isEmpty()) {
            table.row.put(Sheet.HIDDEN, new Value(new Place(table.name, table.number, 0), table.mark, null, null, null, null, 1));
        }
        if (!table.row.isEmpty()) {
            table.lines.add(new Sheet.Line(table.number, table.row));
        }
    }

    private static void mark(@Nullable TableSoFar table, @Nullable String name) {
        if (table != null && name != null && name.startsWith(ROW_MARK)) {
            table.mark = name.substring(ROW_MARK.length()).replace('_', '-');
        }
    }

    private static int number(XMLStreamReader xml) {
        var value = xml.getAttributeValue(xml.getNamespaceURI(), "val");
        return value != null && value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    }
}
