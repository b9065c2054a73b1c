package cn.yizhen.app.demo;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.deployment.SampleDeployment;
import cn.yizhen.rules.AsOf;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** One table of 云岭县 issued already and one draft to try one's hand at, told through the program as the office would. */
@Component
class DemoDeployments {

    private static final String CLERK = "duchashi";

    private final Accounts accounts;
    private final Scopes scopes;
    private final SampleDeployment sample;

    DemoDeployments(Accounts accounts, Scopes scopes, SampleDeployment sample) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.sample = sample;
    }

    /** Does nothing the second time. */
    void tell(String county, LocalDate today) {
        var clerk = clerk(county, today);
        sample.issue(clerk, today);
        sample.draft(clerk, today);
    }

    private Scope clerk(String county, LocalDate today) {
        var account = accounts.find(county, CLERK).orElseThrow(() -> new IllegalStateException("nobody drafts deployments in the demo county"));
        var scope = scopes.of(account, AsOf.on(today));
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.DRAFT_DEPLOYMENT)).findFirst()
                .map(post -> scope.under(post.post())).orElseThrow(() -> new IllegalStateException(CLERK + " does not draft deployments"));
    }
}
