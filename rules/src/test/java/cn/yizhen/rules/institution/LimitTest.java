package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.duty.SmallCounty;
import cn.yizhen.rules.duty.Views;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("总量控制和报表")
class LimitTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private final Catalogue catalogue = ShippedCatalogue.catalogue();

    @Test
    @DisplayName("知道字数的程序，按种类和性质找到管它的那一条")
    void isFoundByWhatItCounts() {
        var comprehensive = new DemandView("document", Set.of("comprehensive"));
        assertThat(catalogue.limitsOn(Extent.CHARACTERS, comprehensive, DAY)).extracting(Limit::id)
                .containsExactly("comprehensive-document-length");
        assertThat(catalogue.limitsOn(Extent.CHARACTERS, comprehensive, LocalDate.parse("2024-08-05"))).isEmpty();
    }

    @Test
    @DisplayName("只减不增：上年多少就是多少，没有上年数不下结论")
    void comparesWithLastYear() {
        var limit = catalogue.limits().filter(it -> it.id().equals("documents-a-year")).findFirst().orElseThrow();
        var document = new DemandView("document", Set.of());
        assertThat(limit.judge(document, 40, Optional.of(40), DAY)).isEqualTo(Limit.Verdict.WITHIN);
        assertThat(limit.judge(document, 41, Optional.of(40), DAY)).isEqualTo(Limit.Verdict.EXCEEDED);
        assertThat(limit.judge(document, 41, Optional.empty(), DAY)).isEqualTo(Limit.Verdict.NO_LAST_YEAR);
    }

    @Test
    @DisplayName("不能要的，所有原因一次说出，带着依据和下一步")
    void tellsEveryReason() {
        var form = catalogue.forms().filter(it -> it.id().equals("village-basics")).findFirst().orElseThrow();
        var county = new SmallCounty().unit("砖厂", UnitKind.ENTERPRISE, "镇", Valid.from(SmallCounty.FOUNDED));
        var enterprise = (UnitView) Views.of(new Bearer.OfUnit(SmallCounty.id("砖厂")), county.timeline().on(DAY))[0];
        var reasons = form.refusals(enterprise, List.of("households", "livestock", "party-groups"), Optional.of(LocalDate.parse("2026-02-01")), DAY);
        assertThat(reasons).extracting(Reason::code).containsExactly("form-not-theirs", "field-not-listed", "field-known", "asked-already");
        assertThat(reasons).allSatisfy(reason -> assertThat(reason.clause()).isEqualTo("《本县报表目录》（2026年）"));
    }
}
