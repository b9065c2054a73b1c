package cn.yizhen.app.paper;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Limit;
import java.time.LocalDate;
import java.util.Optional;

/** The limits of the institutions that a draft is held against; one that is not in the catalogue binds nobody. */
public final class PaperLimits {

    private static final String COMPREHENSIVE = "comprehensive-document-length";
    private static final String SPECIFIC = "specific-document-length";
    private static final String REPORT_CLAUSES = "report-clauses";
    private static final String A_YEAR = "documents-a-year";

    private final Catalogue catalogue;
    private final LocalDate day;

    public PaperLimits(Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
    }

    /** How many characters, at most, with where that comes from. */
    public record Length(int most, String title, String clause) {}

    public Optional<Length> length(boolean comprehensive) {
        return limit(comprehensive ? COMPREHENSIVE : SPECIFIC)
                .flatMap(limit -> limit.on(day).flatMap(ceiling -> ceiling.given(Optional.empty()))
                        .map(most -> new Length(most, limit.title(), limit.source().cited())));
    }

    /** The clause on asking for reports. */
    public Optional<String> reportClauses() {
        return limit(REPORT_CLAUSES).map(limit -> limit.source().cited());
    }

    /** The clause on the number of documents in a year. */
    public Optional<String> yearly() {
        return limit(A_YEAR).map(limit -> limit.source().cited());
    }

    private Optional<Limit> limit(String id) {
        return catalogue.institutions().stream().flatMap(one -> one.limits().stream()).filter(limit -> limit.id().equals(id)).findFirst();
    }
}
