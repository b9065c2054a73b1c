package cn.yizhen.app.access.provider;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180): quoted cells may hold commas, quotes and line ends. */
final class Csv {

    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private Csv() {}

    static List<List<String>> read(String text) {
        return new Csv().parsed(text);
    }

    private List<List<String>> parsed(String text) {
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == ',') {
                endCell();
            } else if (!quoted && letter == '\n') {
                endLine();
            } else if (quoted || letter != '\r') {
                cell.append(letter);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void endCell() {
        line.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(line);
        line = new ArrayList<>();
    }
}
