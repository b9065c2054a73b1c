package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a named person of the county compared a source with its text and found the value right (核对).
 *
 * @param rule      identifier of the duty, clock, limit or form that rests on it
 * @param cited     the source as shown when it was checked, see {@link Source#cited}
 * @param article   the article the person found it in, where the file did not name one
 * @param checkedBy name and post
 * @param checkedOn the day
 */
public record SourceCheck(String rule, String cited, Optional<String> article, String checkedBy, LocalDate checkedOn) {

    /** The source after this check; any other source stays as it is. */
    Source applied(Source source) {
        if (!source.cited().equals(cited) || source.checkedOn().isAfter(checkedOn)) {
            return source;
        }
        var status = source.status().toBeConfirmed() ? SourceStatus.CONFIRMED : source.status();
        return new Source(source.title(), source.year(), article.orElse(source.article()), status, checkedOn,
                checkedBy + "核对" + (source.note() == null || status == SourceStatus.CONFIRMED ? "" : "；" + source.note()));
    }
}
