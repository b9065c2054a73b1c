package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register of issued documents.
 *
 * @param number      发文字号 or 期号
 * @param date        成文日期
 * @param characters  字数 of the text
 * @param explanation why it was issued although it is more than last year, or empty
 * @param onDay       the day its answer is about, and
 * @param known       the last act known to it
 * @param catalogue   digest of the catalogue it was made under
 * @param workbook    an annex is kept with it
 * @param signOff     签批 entered with it, or null; that of a summary is kept with the summary
 */
public record IssuedPaper(UUID paper, UnitId unit, FormalKind kind, String number, String title, LocalDate date, int characters, String explanation,
        String byName, LocalDate onDay, long known, String catalogue, boolean workbook, @Nullable PaperSignOff signOff) {

    /** What is to be kept. */
    public record Issue(UUID paper, UnitId unit, FormalKind kind, String number, String title, LocalDate date, int characters, String explanation,
            LocalDate onDay, byte[] word, byte @Nullable [] workbook, @Nullable PaperSignOff signOff) {

        /** Of what needs no 签批, or keeps its own. */
        public Issue(UUID paper, UnitId unit, FormalKind kind, String number, String title, LocalDate date, int characters, String explanation,
                LocalDate onDay, byte[] word, byte @Nullable [] workbook) {
            this(paper, unit, kind, number, title, date, characters, explanation, onDay, word, workbook, null);
        }
    }
}
