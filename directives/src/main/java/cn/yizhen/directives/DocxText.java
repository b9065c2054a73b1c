package cn.yizhen.directives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A .docx as the reader of the page sees it: insertions and moves in, deletions out, automatic numbers
 * written out, a table row on one line with its cells apart by tabs.
 */
final class DocxText {

    static final String ACCEPTED = "文件带有修订痕迹，已按接受全部修订读出。";

    private static final long MOST_INFLATED = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5000;
    private static final int MOST_TIMES = 150;

    private final Refusals refusals;
    private final Map<String, byte[]> parts = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    DocxText(Refusals refusals) {
        this.refusals = refusals;
    }

    DocumentReader.Source read(byte[] bytes) throws IOException, Refusal {
        unpack(bytes);
        var body = parts.get("word/document.xml");
        if (body == null) {
            throw new Refusal(refusals.otherKind(kind()));
        }
        if (names.stream().anyMatch(n -> n.endsWith("vbaProject.bin"))) {
            throw new Refusal(refusals.macros("vbaProject.bin"));
        }
        var numbers = new ListNumbers(parts.get("word/numbering.xml"), parts.get("word/styles.xml"));
        var words = new WordMarkup(numbers).read(body);
        var remarks = words.revised() ? List.of(ACCEPTED) : List.<String>of();
        return new DocumentReader.Source(new DocumentText(words.text(), DocumentText.Kind.DOCX, remarks), margin());
    }

    private String margin() throws IOException {
        var margin = new StringBuilder();
        for (var part : parts.entrySet()) {
            if (part.getKey().matches("word/header\\d*\\.xml")) {
                margin.append(new WordMarkup(new ListNumbers(null, null)).read(part.getValue()).text());
            }
        }
        return margin.toString();
    }

    private String kind() {
        if (names.contains("EncryptedPackage")) {
            return "加了密";
        }
        if (names.stream().anyMatch(n -> n.equals("xl/workbook.xml"))) {
            return "是表格文件";
        }
        if (names.stream().anyMatch(n -> n.equals("ppt/presentation.xml"))) {
            return "是演示文件";
        }
        return names.stream().anyMatch(n -> n.equals("OFD.xml")) ? "是 OFD 版式文件" : "是压缩包";
    }

    /** Reads the parts that hold words and counts everything, so that a small file cannot swell without end. */
    private void unpack(byte[] bytes) throws IOException, Refusal {
        long inflated = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (names.size() > MOST_ENTRIES) {
                    throw new Refusal(refusals.bomb("内含文件过多"));
                }
                boolean wanted = entry.getName().matches("word/(?:document|numbering|styles|header\\d*)\\.xml");
                var part = new java.io.ByteArrayOutputStream();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    inflated += n;
                    if (inflated > MOST_INFLATED || inflated > 4L * 1024 * 1024 + (long) MOST_TIMES * bytes.length) {
                        throw new Refusal(refusals.bomb(entry.getName()));
                    }
                    if (wanted) {
                        part.write(buffer, 0, n);
                    }
                }
                if (wanted) {
                    parts.putIfAbsent(entry.getName(), part.toByteArray());
                }
            }
        }
    }
}
