package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PostId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person is about to do, as the audit will keep it.
 *
 * @param key     made when the form was opened; the same key again answers with the first result
 * @param kind    noun and past participle, «record.noted»
 * @param post    the post acted under, or null for an administrator's account
 * @param subject what is made or changed, or null where there is no one thing
 * @param basedOn the newest act on the subject the asker had seen; null when it is new
 * @param content what was decided, as JSON values; no personal data of citizens, no free text from them
 */
public record Act(
        UUID key,
        String kind,
        @Nullable PostId post,
        @Nullable UUID subject,
        @Nullable UUID basedOn,
        Map<String, ?> content) {

    /** The first act on something new, whose identity the asker has already made. */
    public static Act create(UUID key, String kind, @Nullable PostId post, UUID subject, Map<String, ?> content) {
        return new Act(key, kind, post, subject, null, content);
    }

    /** A later act on something that exists. */
    public static Act change(
            UUID key, String kind, @Nullable PostId post, UUID subject, @Nullable UUID basedOn, Map<String, ?> content) {
        return new Act(key, kind, post, subject, basedOn, content);
    }
}
