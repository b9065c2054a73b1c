package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Block;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal document as a value. What is empty is left out.
 *
 * @param addressees  主送, as printed without the colon
 * @param particulars what the kind always says, in its order; those without words are left out
 * @param text        正文, with headings
 * @param attachments names for 附件说明; the annexes themselves, if they are part of the file, in {@code annexes}
 */
public record FormalDocument(
        FormalKind kind, Head head, String title, String addressees, List<Particular> particulars, FormalText text, List<String> attachments,
        Closing closing, Imprint imprint, List<Annex> annexes) {

    /**
     * 版头.
     *
     * @param mark    发文机关标志 as printed in red: 中共云岭县委办公室文件, 督查专报
     * @param number  发文字号, 云办发〔2026〕12号; for 专报 the issue, 第3期
     * @param urgency 特急, 加急 or empty
     * @param signers 签发人 of an upward document
     */
    public record Head(String mark, String number, String urgency, List<String> signers) {

        public Head {
            signers = List.copyOf(signers);
        }

        public static Head of(String mark, String number) {
            return new Head(mark, number, "", List.of());
        }
    }

    /** A label and its words: 会议时间, 出席. */
    public record Particular(String label, String words) {}

    /**
     * What stands under the text.
     *
     * @param signed 署名
     * @param date   成文日期: the day it was signed off or passed
     * @param sealed room is left for a seal; otherwise set as without one
     * @param note   附注 without brackets, as 联系人 and telephone of a 请示
     */
    public record Closing(String signed, @Nullable LocalDate date, boolean sealed, String note) {

        public static final Closing NONE = new Closing("", null, false, "");
    }

    /**
     * 版记.
     *
     * @param copies    抄送, as printed without the full stop
     * @param printedBy 印发机关
     * @param printedOn 印发日期, null where there is none
     */
    public record Imprint(String copies, String printedBy, @Nullable LocalDate printedOn) {

        public static final Imprint NONE = new Imprint("", "", null);

        public boolean empty() {
            return copies.isBlank() && printedBy.isBlank();
        }
    }

    /**
     * Something printed on pages of its own behind the text.
     *
     * @param lying on paper turned sideways
     */
    public record Annex(String title, List<Block> blocks, boolean lying) {

        public Annex {
            blocks = List.copyOf(blocks);
        }
    }

    public FormalDocument {
        particulars = particulars.stream().filter(one -> !one.words().isBlank()).toList();
        attachments = attachments.stream().filter(name -> !name.isBlank()).toList();
        annexes = List.copyOf(annexes);
    }

    public static FormalDocument of(FormalKind kind, Head head, String title, FormalText text) {
        return new FormalDocument(kind, head, title, "", List.of(), text, List.of(), Closing.NONE, Imprint.NONE, List.of());
    }

    public FormalDocument to(String whom) {
        return new FormalDocument(kind, head, title, whom, particulars, text, attachments, closing, imprint, annexes);
    }

    public FormalDocument saying(List<Particular> all) {
        return new FormalDocument(kind, head, title, addressees, all, text, attachments, closing, imprint, annexes);
    }

    public FormalDocument attaching(List<String> names, Annex... pages) {
        return new FormalDocument(kind, head, title, addressees, particulars, text, names, closing, imprint, List.of(pages));
    }

    public FormalDocument closed(Closing with) {
        return new FormalDocument(kind, head, title, addressees, particulars, text, attachments, with, imprint, annexes);
    }

    public FormalDocument printed(Imprint as) {
        return new FormalDocument(kind, head, title, addressees, particulars, text, attachments, closing, as, annexes);
    }
}
