package cn.yizhen.app.overview.summary;

import cn.yizhen.app.document.formal.FormalKind;
import java.util.Arrays;

/** In which form a summary goes out: upward as 专报, or to everyone as 通报, which needs 签批. */
public enum Form {
    BRIEFING("专报", FormalKind.BRIEFING),
    CIRCULAR("通报", FormalKind.CIRCULAR);

    private final String chinese;
    private final FormalKind kind;

    Form(String chinese, FormalKind kind) {
        this.chinese = chinese;
        this.kind = kind;
    }

    public String chinese() {
        return chinese;
    }

    FormalKind kind() {
        return kind;
    }

    /** The upward form unless another is asked for. */
    public static Form named(String name) {
        return Arrays.stream(values()).filter(form -> form.name().equals(name)).findFirst().orElse(BRIEFING);
    }
}
