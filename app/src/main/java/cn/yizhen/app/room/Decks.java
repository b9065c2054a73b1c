package cn.yizhen.app.room;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/**
 * Files shown page by page: a PDF becomes pictures in the room's directory, so that a village fetches tens of kilobytes
 * a page instead of watching a film of it. The file itself is not kept; a new one takes the place of the earlier.
 */
@Component
class Decks {

    static final int MOST_PAGES = 200;
    private static final float LONG_SIDE = 1600;
    /** A mark of secrecy or a copy number as it stands in the corner of a first page (GB/T 9704—2012, 7.2.1, 7.2.2). */
    private static final Pattern SECRET = Pattern.compile("(?m)(绝密|机密|秘密)\\s*[★☆]|份号[:：]?\\s*\\d{6}|^\\s*(绝密|机密|秘密)\\s*$");

    private final Stands stands;

    Decks(Stands stands) {
        this.stands = stands;
    }

    /** @param pages how many */
    record Deck(String id, int pages) {}

    Outcome<Deck> take(UUID room, byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages > MOST_PAGES) {
                return Outcome.refused(Reason.of("deck-pages", "这份文件有 " + pages + " 页，只能放 1 至 " + MOST_PAGES + " 页。", "请拆成几份。"));
            }
            if (SECRET.matcher(firstPage(document)).find()) {
                return Outcome.refused(Reason.of("deck-secret", "首页有密级或份号，没有收下，也没有存。", "涉密内容不得上网；请改用不涉密的材料。"));
            }
            return Outcome.done(draw(room, document));
        } catch (UncheckedIOException e) {
            return Outcome.refused(Reason.of("deck-disk", "服务器磁盘写不下，没有放出。", "会议照开；请告诉运维人员腾出空间，再放一次。"));
        } catch (InvalidPasswordException e) {
            return Outcome.refused(Reason.of("deck-locked", "这份 PDF 加了密码。", "请另存一份不带密码的。"));
        } catch (IOException | RuntimeException e) {
            return Outcome.refused(Reason.of("deck-unread", "读不了这份文件：它不是 PDF，或已损坏。", "请在 WPS 里打开，用「输出为 PDF」另存后再放。"));
        }
    }

    private static String firstPage(PDDocument document) throws IOException {
        var text = new PDFTextStripper();
        text.setEndPage(1);
        return text.getText(document);
    }

    private Deck draw(UUID room, PDDocument document) throws IOException {
        var id = UUID.randomUUID().toString();
        var directory = stands.of(room).resolve("deck-" + id);
        var drawing = new PDFRenderer(document);
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            var box = document.getPage(page).getCropBox();
            float scale = Math.min(4, LONG_SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
            BufferedImage picture = drawing.renderImage(page, scale, ImageType.RGB);
            write(picture, directory, page + 1);
        }
        dropOthers(room, directory);
        return new Deck(id, document.getNumberOfPages());
    }

    /** @throws UncheckedIOException where the disk takes no more; nothing of this file stays */
    private static void write(BufferedImage picture, Path directory, int page) {
        try {
            Files.createDirectories(directory);
            ImageIO.write(picture, "png", directory.resolve(page + ".png").toFile());
        } catch (IOException e) {
            Folders.delete(directory);
            throw new UncheckedIOException(e);
        }
    }

    private void dropOthers(UUID room, Path kept) throws IOException {
        try (var all = Files.list(stands.of(room))) {
            for (var other : all.filter(path -> path.getFileName().toString().startsWith("deck-") && !path.equals(kept)).toList()) {
                Folders.delete(other);
            }
        }
    }

    /** One page as PNG. */
    Optional<Path> page(UUID room, UUID deck, int page) {
        return Optional.of(stands.of(room).resolve("deck-" + deck).resolve(page + ".png")).filter(Files::isRegularFile);
    }
}
