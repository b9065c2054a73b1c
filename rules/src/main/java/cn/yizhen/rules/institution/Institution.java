package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
 * @param forms     what may be asked
 * @param corrects  corrections of values that were in force before, each with its reason
 * @param text      the file as it was read
 * @param digest    SHA-256 digest of the text's UTF-8 bytes, lower-case hexadecimal
 */
public record Institution(InstitutionId id, String title, Pillar pillar, KeptIn keptIn, String summary,
                          List<RecordKind> records, List<Topic> topics, List<Duty> duties,
                          Optional<Procedure> procedure, List<Limit> limits, List<FormRule> forms, List<Correction> corrects, String text,
                          String digest) {

    public Institution {
        records = List.copyOf(records);
        topics = List.copyOf(topics);
        duties = List.copyOf(duties);
        limits = List.copyOf(limits);
        forms = List.copyOf(forms);
        corrects = List.copyOf(corrects);
    }

    /** Its duties with their newest terms as if they had held from a day on; for a rehearsal. */
    public Institution asIfSince(LocalDate day) {
        return withDuties(duty -> duty.asIfSince(day));
    }

    /** The same with one of its rules only; for rehearsing what one value would change. */
    public Institution only(String rule) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, duties.stream().filter(duty -> duty.id().value().equals(rule)).toList(),
                procedure, limits.stream().filter(limit -> limit.id().equals(rule)).toList(), forms.stream().filter(form -> form.id().equals(rule)).toList(),
                corrects, text, digest);
    }

    /** The clocks of its procedure; none where it has none. */
    public List<Procedure.ClockRule> clocks() {
        return procedure.map(Procedure::clocks).orElse(List.of());
    }

    /** The same institution with other duties. */
    Institution withDuties(UnaryOperator<Duty> change) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, duties.stream().map(change).toList(),
                procedure, limits, forms, corrects, text, digest);
    }

    /** The same institution with other clocks. */
    Institution withClocks(UnaryOperator<Procedure.ClockRule> change) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, duties,
                procedure.map(it -> it.with(it.clocks().stream().map(change).toList())), limits, forms, corrects, text, digest);
    }

    /** The same institution with other limits. */
    Institution withLimits(UnaryOperator<Limit> change) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, duties, procedure,
                limits.stream().map(change).toList(), forms, corrects, text, digest);
    }

    /** The same institution with other forms. */
    Institution withForms(UnaryOperator<FormRule> change) {
        return new Institution(id, title, pillar, keptIn, summary, records, topics, duties, procedure, limits,
                forms.stream().map(change).toList(), corrects, text, digest);
    }
}
