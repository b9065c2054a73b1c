package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All institutions of one version, in the order of pillars and files.
 *
 * @param institutions in order
 * @param digest       SHA-256 digest over the digests of all files in order, lower-case hexadecimal
 */
public record Catalogue(List<Institution> institutions, String digest) {

    public Catalogue {
        institutions = List.copyOf(institutions);
    }

    public Optional<Institution> institution(InstitutionId id) {
        return institutions.stream().filter(institution -> institution.id().equals(id)).findFirst();
    }

    /** The institution a duty belongs to. */
    public Optional<Institution> institutionOf(DutyId duty) {
        return institutions.stream()
                .filter(institution -> institution.duties().stream().anyMatch(d -> d.id().equals(duty)))
                .findFirst();
    }

    public Optional<Duty> duty(DutyId id) {
        return duties().filter(duty -> duty.id().equals(id)).findFirst();
    }

    public Stream<Duty> duties() {
        return institutions.stream().flatMap(institution -> institution.duties().stream());
    }

    /** The same catalogue with one institution in place of another. */
    Catalogue with(Institution before, Institution after) {
        return map(institution -> institution.equals(before) ? after : institution);
    }

    Catalogue map(UnaryOperator<Institution> change) {
        return new Catalogue(institutions.stream().map(change).toList(), digest);
    }

    public Stream<Limit> limits() {
        return institutions.stream().flatMap(institution -> institution.limits().stream());
    }

    public Stream<FormRule> forms() {
        return institutions.stream().flatMap(institution -> institution.forms().stream());
    }

    /** The limits that count something of a demand on a day, in order of the catalogue. */
    public List<Limit> limitsOn(Extent measure, DemandView demand, LocalDate day) {
        return limits().filter(limit -> limit.measures().filter(measure::equals).isPresent())
                .filter(limit -> limit.holdsFor(demand, day)).toList();
    }

    public Stream<RecordKind> recordKinds() {
        return institutions.stream().flatMap(institution -> institution.records().stream());
    }

    public Stream<Topic> topics() {
        return institutions.stream().flatMap(institution -> institution.topics().stream());
    }
}
