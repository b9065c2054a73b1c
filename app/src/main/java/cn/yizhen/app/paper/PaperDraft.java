package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalDocument;
import cn.yizhen.app.document.formal.FormalDocument.Closing;
import cn.yizhen.app.document.formal.FormalDocument.Head;
import cn.yizhen.app.document.formal.FormalDocument.Imprint;
import cn.yizhen.app.document.formal.FormalDocument.Particular;
import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.app.document.formal.FormalText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was typed; what is missing is empty, nothing typed is lost.
 *
 * @param words by field: mark, number, urgency, signers, title, addressees, said0…, text, attachments, signed, date, note, copies,
 *              printed-by, printed-on, nature
 */
public record PaperDraft(FormalKind kind, Map<String, String> words) {

    /** Fields of a draft besides those of the kind. */
    public static final List<String> FIELDS = List.of("mark", "number", "urgency", "signers", "title", "addressees", "text", "attachments", "signed",
            "date", "note", "copies", "printed-by", "printed-on", "nature");

    private static final String LIST_SIGNS = "[、，,；;\\s　]+";

    public PaperDraft {
        words = Map.copyOf(words);
    }

    public static FormalKind kind(String name) {
        return Arrays.stream(FormalKind.values()).filter(kind -> kind.name().equals(name)).findFirst().orElse(FormalKind.NOTICE);
    }

    public String word(String field) {
        return words.getOrDefault(field, "").strip();
    }

    /** What the kind always says, by its place in the kind's list. */
    public String said(int place) {
        return word("said" + place);
    }

    /** 综合性文件, or 部署专项工作或者具体任务 where nothing was chosen. */
    public boolean comprehensive() {
        return word("nature").equals("comprehensive");
    }

    public FormalText text() {
        return FormalText.of(word("text"));
    }

    public List<String> signers() {
        return parts(word("signers"));
    }

    public List<String> addressees() {
        return parts(word("addressees"));
    }

    /** 成文日期, where one is typed and can be read. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(day(word("date")));
    }

    /** As it will be printed. */
    public FormalDocument formal() {
        var said = new ArrayList<Particular>();
        for (int i = 0; i < kind.particulars().size(); i++) {
            said.add(new Particular(kind.particulars().get(i), said(i)));
        }
        return FormalDocument.of(kind, new Head(word("mark"), word("number"), word("urgency"), kind.upward() ? signers() : List.of()), word("title"), text())
                .to(word("addressees").replaceAll("[：:]$", ""))
                .saying(said)
                .attaching(word("attachments").lines().map(String::strip).toList())
                .closed(new Closing(word("signed"), day(word("date")), kind.sealed(), word("note").replaceAll("^[（(]|[）)]$", "")))
                .printed(new Imprint(word("copies").replaceAll("[。.]$", ""), word("printed-by"), day(word("printed-on"))));
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static List<String> parts(String typed) {
        return Arrays.stream(typed.split(LIST_SIGNS)).filter(part -> !part.isEmpty()).toList();
    }
}
