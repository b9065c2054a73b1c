package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;

/**
 * The tables in a file someone handed in, from a workbook or from a Word document (.docx).
 *
 * @param sheets each table, from the beginning
 * @param lines  what a Word document says outside its tables, a line for each paragraph
 */
public record Tables(List<Sheet> sheets, List<String> lines) {

    /** The name of the text in the directory of an old Word file. */
    private static final byte[] OLD_WORD = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] WORD = "word/".getBytes(StandardCharsets.US_ASCII);

    public Tables {
        sheets = List.copyOf(sheets);
        lines = List.copyOf(lines);
    }

    /** Whether the bytes are a Word document, old or new; whoever stores documents asks its own reader first then. */
    public static boolean isWord(byte[] content) {
        return switch (FileMagic.valueOf(content)) {
            case OOXML -> holds(content, WORD);
            case WORD2, RTF -> true;
            case OLE2 -> holds(content, OLD_WORD);
            default -> false;
        };
    }

    /**
     * Opens what was handed in by what is in it, whatever the file is called.
     *
     * @return refused where the file is empty, encrypted, broken, no table or beyond the {@link Limits}
     */
    public static Outcome<Tables> open(String fileName, byte[] content) {
        if (!isWord(content)) {
            return Workbook.open(fileName, content).map(workbook -> new Tables(workbook.sheets(), List.of()));
        }
        try {
            var found = WordTables.read(content);
            if (found.nested()) {
                return Outcome.refused(Reason.of("table-nested", "文件“" + fileName + "”的表里套着表，分不清哪段文字属于哪一条。",
                        "请在 WPS 里拆开套在里面的表，一条一行，另存后重新上传。"));
            }
            return found.sheets().isEmpty()
                    ? Outcome.refused(Reason.of("no-table", "文件“" + fileName + "”里没有表格。", "请上传带表格的 .docx，或者 .xlsx。"))
                    : Outcome.done(new Tables(found.sheets(), found.lines()));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Outcome.refused(Reason.of("word-broken", "文件“" + fileName + "”已损坏，或者不是 .docx。", "请在 WPS 里打开，另存为 .docx 或 .xlsx 后重新上传。"));
        }
    }

    private static boolean holds(byte[] content, byte[] part) {
        for (int i = 0; i + part.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
