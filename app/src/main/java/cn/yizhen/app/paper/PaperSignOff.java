package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * 签批 of a document as it stands on paper, entered by the office when it enters the document into the register.
 *
 * @param leader who signed, with title
 * @param words  as written on the paper
 */
public record PaperSignOff(String leader, LocalDate on, String words) {

    /** Who is praised or criticised by this word is one person, whatever the name. */
    private static final String COMRADE = "同志";

    /** As it was typed; nothing typed is lost when the page has to be shown again. */
    public record Typed(String leader, String day, String words) {

        public static final Typed NOTHING = new Typed("", "", "");

        boolean empty() {
            return Stream.of(leader, day, words).allMatch(String::isBlank);
        }

        /** @return refused with everything that is missing or wrong; the day may be neither to come nor after the document's own */
        Outcome<PaperSignOff> read(LocalDate dated, LocalDate today) {
            var faults = new ArrayList<Reason>();
            var on = PaperDraft.day(day.strip());
            if (leader.isBlank() || words.isBlank()) {
                faults.add(Reason.of("sign-off-incomplete", "没有写签批领导或者签批意见。", "照纸面原样登记姓名、职务和意见。"));
            }
            if (on == null || on.isAfter(today)) {
                faults.add(Reason.of("sign-off-day", on == null ? "没有写签批日期。" : "签批日期还没有到。", "照纸面上的日期填写。"));
            } else if (on.isAfter(dated)) {
                faults.add(Reason.of("sign-off-after-the-date", "签批日期晚于成文日期。", "成文日期是领导签发的日期，核对纸面。"));
            }
            return faults.isEmpty() && on != null ? Outcome.done(new PaperSignOff(leader.strip(), on, words.strip())) : Outcome.refused(faults);
        }
    }

    /**
     * What a draft cannot be issued with unless a leader signed it: a 通报, and praise or criticism by name. What goes
     * upward names its signer anyway.
     *
     * @param units names of the county's units
     */
    static List<Reason> needed(PaperDraft draft, Collection<String> units) {
        var needed = new ArrayList<Reason>();
        var next = "送领导签批以后，在“签批”里登记姓名、日期和意见";
        if (draft.kind() == FormalKind.CIRCULAR) {
            needed.add(Reason.of("circular-without-sign-off", "通报没有签批。", next + "。"));
        }
        if (!draft.kind().upward()) {
            var names = Stream.concat(units.stream().filter(name -> name.length() > 1), Stream.of(COMRADE)).toList();
            Wording.naming(words(draft), names).stream().distinct().forEach(sentence -> needed.add(Reason.of("naming-without-sign-off",
                    "点名表扬或者批评没有签批：“" + sentence + "”", next + "；或者不点名。")));
        }
        return needed;
    }

    /** Sentences of a 通报 that put units or persons in order, which none may. */
    static List<Reason> ordering(PaperDraft draft) {
        return draft.kind() != FormalKind.CIRCULAR ? List.of() : Wording.ordering(words(draft)).stream().distinct().map(sentence -> Reason.of(
                "circular-order-of-merit", "给单位或者个人排了先后：“" + sentence + "”", "删去先后，只写事情办到哪里。")).toList();
    }

    private static String words(PaperDraft draft) {
        return draft.word("title") + "\n" + draft.word("text");
    }
}
