package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalDocument.Closing;
import cn.yizhen.app.document.formal.FormalDocument.Head;
import cn.yizhen.app.document.formal.FormalDocument.Imprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Invented papers and their parts. */
final class Papers {

    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    /** 84 characters: three full lines, of which the first stands in by two. */
    static final String LINE = "各乡镇和县直各单位对照上年发文情况逐件清理把该停的停下来把该并的并起来";

    private Papers() {}

    static FormalDocument notice(String text) {
        return FormalDocument.of(FormalKind.NOTICE, Head.of("中共云岭县委办公室文件", "云办发〔2026〕1号"), "关于精简文件的通知", FormalText.of(text))
                .to("各乡镇党委").closed(new Closing("中共云岭县委办公室", DAY, true, ""))
                .printed(new Imprint("县政协办公室", "中共云岭县委办公室", DAY));
    }

    static FormalDocument of(FormalKind kind) {
        return FormalDocument.of(kind, new Head("云岭县水利局" + (kind.format() == FormalKind.Format.FILE ? "文件" : ""), "云水〔2026〕7号", "", List.of("王大山")),
                        "关于灌渠的" + kind.chinese(), FormalText.of("一、情况\n" + LINE + "。"))
                .to("县人民政府").saying(kind.particulars().stream().map(label -> new FormalDocument.Particular(label, label + "的话")).toList())
                .closed(new Closing("云岭县水利局", DAY, kind.sealed(), ""))
                .printed(new Imprint("县财政局", "云岭县水利局办公室", DAY));
    }

    /** The parts of the Word file by name. */
    static Map<String, String> parts(FormalDocument document) {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Word.write(FormalLayout.of(document))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static String body(FormalDocument document) {
        return parts(document).getOrDefault("word/document.xml", "");
    }
}
