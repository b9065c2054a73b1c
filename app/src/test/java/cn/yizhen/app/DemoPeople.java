package cn.yizhen.app;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.demo.county.DemoCounty;
import org.springframework.boot.test.context.TestComponent;

/** The people of 云岭县 a test acts as, by the login of the demo's entrances. */
@TestComponent
public class DemoPeople {

    private final Accounts accounts;
    private final Scopes scopes;

    DemoPeople(Accounts accounts, Scopes scopes) {
        this.accounts = accounts;
        this.scopes = scopes;
    }

    public SignedIn signedIn(String login) {
        return accounts.find(DemoCounty.CODE, login).orElseThrow();
    }

    /** The scope the person has today by the test's clock. */
    public Scope scopeOf(String login) {
        return scopes.of(signedIn(login));
    }
}
