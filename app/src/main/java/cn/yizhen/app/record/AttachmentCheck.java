package cn.yizhen.app.record;

import cn.yizhen.app.record.model.AttachmentType;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.directives.DocumentText;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks into a file before it is stored: whether it is what its first bytes say, runs nothing, and bears neither 密级 nor
 * 份号. A picture and a scan have no words to look at.
 */
final class AttachmentCheck {

    /** Refusals of the reader that say nothing against keeping the file: it only has no words, or words of another kind. */
    private static final Set<String> HARMLESS = Set.of("document-empty", "document-scan", "document-encoding", "document-kind");
    /** The head of a sheet or a first slide. */
    private static final int WORDS = 20_000;

    private final DocumentReader reader = new DocumentReader();
    private final String name;
    private final byte[] content;

    private AttachmentCheck(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** Why the file is not taken; empty when it is. */
    static Optional<Reason> of(AttachmentType type, String name, byte[] content) {
        var check = new AttachmentCheck(name, content);
        return switch (type) {
            case PNG, JPEG -> Optional.empty();
            case PDF -> check.words();
            case TEXT -> check.isMarkup() ? Optional.of(check.otherKind()) : check.words();
            // whoever can be unpacked at all has been, within limits, by the time its parts are looked at
            case OFFICE -> check.words().or(check::parts);
            case OLD_OFFICE -> check.words().or(check::streams);
        };
    }

    private Optional<Reason> words() {
        return reader.read(content, name) instanceof Outcome.Refused<DocumentText>(var reasons)
                ? reasons.stream().filter(reason -> !HARMLESS.contains(reason.code())).findFirst() : Optional.empty();
    }

    private boolean isMarkup() {
        var start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.UTF_8).stripLeading().toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<svg") || start.startsWith("<script");
    }

    /** A .docx has been read; of a sheet or slides the parts tell what it is and the first words whether it may be here. */
    private Optional<Reason> parts() {
        var names = new HashSet<String>();
        var words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("xl/sharedStrings.xml") || entry.getName().equals("ppt/slides/slide1.xml")) {
                    words.append(new String(zip.readNBytes(WORDS), StandardCharsets.UTF_8).replaceAll("</(?:si|a:p)>", "\n").replaceAll("<[^>]*>", ""));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(otherKind());
        }
        if (names.stream().noneMatch(Set.of("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "OFD.xml")::contains)) {
            return Optional.of(otherKind());
        }
        if (names.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
            return Optional.of(macros());
        }
        return reader.pasted(words.toString()) instanceof Outcome.Refused<DocumentText>(var reasons)
                ? reasons.stream().filter(reason -> reason.code().equals("document-secret")).findFirst() : Optional.empty();
    }

    private Optional<Reason> streams() {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = files.getRoot();
            if (Set.of("WordDocument", "Workbook", "Book", "PowerPoint Document").stream().noneMatch(root::hasEntryCaseInsensitive)) {
                return Optional.of(otherKind());
            }
            return root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("Macros") ? Optional.of(macros()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(otherKind());
        }
    }

    private Reason macros() {
        return Reason.of("attachment-macros", "文件“" + name + "”带有宏，平台不接收，宏没有运行。", "请另存为不带宏的文件，或另存为 PDF 后再传。");
    }

    private Reason otherKind() {
        return Reason.of("attachment-type", "文件“" + name + "”不是 PDF、Word、Excel、演示文稿、图片或文本。", "请另存为 PDF 后再传；不传也是完整的记录。");
    }
}
