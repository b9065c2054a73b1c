package cn.yizhen.app.paper;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.DemandKind;
import cn.yizhen.rules.institution.DemandTrait;
import cn.yizhen.rules.institution.DemandView;
import cn.yizhen.rules.institution.Extent;
import cn.yizhen.rules.institution.Limit;
import cn.yizhen.rules.institution.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The limits of the institutions that a draft is held against, found by what they count, so that one the county
 * sets itself holds as well; where several do, the tightest. What no institution limits binds nobody.
 */
public final class PaperLimits {

    private final Catalogue catalogue;
    private final LocalDate day;

    public PaperLimits(Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
    }

    /** How many characters, at most, with where that comes from. */
    public record Length(int most, String title, String clause) {}

    public Optional<Length> length(boolean comprehensive) {
        return limits(Extent.CHARACTERS, comprehensive ? DemandTrait.COMPREHENSIVE : DemandTrait.SPECIFIC)
                .flatMap(limit -> limit.on(day).flatMap(ceiling -> ceiling.given(Optional.empty()))
                        .map(most -> new Length(most, limit.title(), cited(limit))).stream())
                .min(Comparator.comparingInt(Length::most));
    }

    /** The clause on asking for reports. */
    public Optional<String> reportClauses() {
        return limits(Extent.REPORT_CLAUSES, DemandTrait.SPECIFIC).findFirst().map(this::cited);
    }

    /** The clause on the number of documents in a year. */
    public Optional<String> yearly() {
        return limits(Extent.TIMES_A_YEAR, DemandTrait.SPECIFIC).findFirst().map(this::cited);
    }

    private Stream<Limit> limits(Extent extent, DemandTrait trait) {
        return catalogue.limitsOn(extent, new DemandView(DemandKind.DOCUMENT.word(), Set.of(trait.word())), day).stream();
    }

    private String cited(Limit limit) {
        return limit.atMost().entryOn(day).map(Dated.Entry::source).map(Source::cited).orElse(limit.source().cited());
    }
}
