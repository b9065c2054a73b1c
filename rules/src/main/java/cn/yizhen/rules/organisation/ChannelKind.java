package cn.yizhen.rules.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What an own channel is; {@link #word} is how tables and addresses spell it. */
public enum ChannelKind {
    WEBSITE("website", "政府网站", true),
    ACCOUNT("account", "政务新媒体账号", true),
    WORK_GROUP("work-group", "工作群", false);

    private final String word;
    private final String chinese;
    private final boolean published;

    ChannelKind(String word, String chinese, boolean published) {
        this.word = word;
        this.chinese = chinese;
        this.published = published;
    }

    public String word() {
        return word;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether it speaks to the public, so that somebody reviews and its contents are kept fresh. */
    public boolean published() {
        return published;
    }

    /** The kind spelt so. */
    public static Optional<ChannelKind> of(String spelling) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(spelling)).findFirst();
    }
}
