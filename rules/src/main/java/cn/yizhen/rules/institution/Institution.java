package cn.yizhen.rules.institution;

import java.util.List;
import java.util.Optional;

/**
 * An institution (制度): one rule as data with its source, read from one file.
 *
 * @param id        the name of its file
 * @param title     as people call it: 三会一课
 * @param pillar    the pillar it belongs to
 * @param keptIn    where its facts are kept
 * @param summary   one sentence in plain Chinese: what it is for
 * @param records   kinds of record it asks for
 * @param topics    topics its records can be marked with
 * @param duties    what recurs
 * @param procedure how its cases run, where it has cases
 * @param limits    what may not be exceeded
 * @param corrects  corrections of values that were in force before, each with its reason
 * @param text      the file as it was read
 * @param digest    SHA-256 digest of the text's UTF-8 bytes, lower-case hexadecimal
 */
public record Institution(InstitutionId id, String title, Pillar pillar, KeptIn keptIn, String summary,
                          List<RecordKind> records, List<Topic> topics, List<Duty> duties,
                          Optional<Procedure> procedure, List<Limit> limits, List<Correction> corrects, String text,
                          String digest) {

    public Institution {
        records = List.copyOf(records);
        topics = List.copyOf(topics);
        duties = List.copyOf(duties);
        limits = List.copyOf(limits);
        corrects = List.copyOf(corrects);
    }

    /** The same institution with other duties. */
    Institution with(List<Duty> others) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, others, procedure, limits, corrects,
                text, digest);
    }
}
