package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@DisplayName("本县执行的制度")
class InstitutionsTest {

    @Autowired Institutions institutions;
    @Autowired CatalogueVersions versions;
    @Autowired Transactions transactions;
    @Autowired HostSettings settings;
    private Scope scope;

    @BeforeEach
    void someone() {
        scope = Scope.system(settings.county(), "检验", AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    @Test
    @DisplayName("演示县的制度都已启用")
    void demoCountyUsesThemAll() {
        var rulebook = institutions.rulebook(scope);
        assertThat(rulebook.inUseSince(new InstitutionId("branch-life"))).contains(LocalDate.of(2026, 1, 1));
        assertThat(rulebook.inUse()).hasSameSizeAs(rulebook.catalogue().institutions());
    }

    @Test
    @DisplayName("载入过的版本连同原文都留着，再启动不重复")
    void keepsEveryVersionOnce() {
        versions.afterSingletonsInstantiated();
        var kept = transactions.reading(scope, sql -> sql.sql("select count(*) from catalogue_version").query(Integer.class).single());
        var text = transactions.reading(scope, sql -> sql.sql("select text from catalogue_file where path = '1-political/branch-life.yaml'")
                .query(String.class).single());
        assertThat(kept).isEqualTo(1);
        assertThat(text).contains("institution: 三会一课");
    }

    @Test
    @DisplayName("按当时所知，还没有启用")
    void answersWithWhatWasKnownThen() {
        assertThat(institutions.rulebook(scope.at(new AsOf(LocalDate.of(2026, 11, 23), 0))).inUse()).isEmpty();
    }
}
