package cn.yizhen.directives;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text layer of a PDF, tables cell by cell where their lines are drawn. A scan has none and is refused. */
final class PdfText {

    private static final int MOST_PAGES = 500;
    private static final int FEWEST_LETTERS = 12;

    private final Refusals refusals;

    PdfText(Refusals refusals) {
        this.refusals = refusals;
    }

    DocumentReader.Source read(byte[] bytes) throws IOException, Refusal {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new Refusal(refusals.bomb("共 " + pages + " 页"));
            }
            var text = withoutPageNumbers(words(document));
            if (pages > 0 && letters(text) < (long) FEWEST_LETTERS * Math.min(pages, 3)) {
                throw new Refusal(refusals.scan());
            }
            return new DocumentReader.Source(new DocumentText(text, DocumentText.Kind.PDF, List.of()), "");
        } catch (InvalidPasswordException locked) {
            throw new Refusal(refusals.encrypted());
        }
    }

    private static String words(PDDocument document) throws IOException {
        var text = new StringBuilder();
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            var page = document.getPage(number - 1);
            var tables = page.getRotation() == 0 ? PdfGrid.of(PdfRulings.of(page)) : List.<PdfGrid>of();
            text.append(tables.isEmpty() ? running(document, number) : new PdfPage(page, tables).text());
        }
        return text.toString();
    }

    private static String running(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        stripper.setPageEnd("\n");
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static String withoutPageNumbers(String text) {
        return text.replaceAll("(?m)^\\s*(?:[—–－-]\\s*\\d{1,4}\\s*[—–－-]|第\\s*\\d{1,4}\\s*页(?:\\s*共\\s*\\d{1,4}\\s*页)?)\\s*$\\n?", "");
    }
}
