package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随平台提供的制度")
class CatalogueTest {

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 23);
    private final Catalogue catalogue = ShippedCatalogue.catalogue();

    @Test
    @DisplayName("第一批制度齐全")
    void holdsTheFirstSet() {
        assertThat(catalogue.institutions()).extracting(Institution::title).contains("三会一课", "主题党日", "组织生活会",
                "民主评议党员", "谈心谈话", "理论学习中心组学习", "书记讲党课", "党组会议", "县委常委会会议", "全面从严治党主体责任",
                "述责述廉", "督查季度总结", "领导干部直接联系群众", "村务公开", "村民代表会议");
    }

    @Test
    @DisplayName("每个数都有依据和核对日期")
    void everyNumberIsChecked() {
        assertThat(catalogue.duties().flatMap(duty -> duty.atLeast().entries().stream()))
                .allSatisfy(entry -> assertThat(entry.source().checkedOn()).isEqualTo(CHECKED));
    }

    @Test
    @DisplayName("没有核实的条款不作硬要求")
    void nothingUnverifiedBinds() {
        assertThat(catalogue.duties().filter(duty -> duty.source().status().toBeConfirmed()))
                .extracting(Duty::binding).containsOnly(Binding.USUAL);
    }
}
