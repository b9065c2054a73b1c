package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.organisation.Organisation;
import org.springframework.stereotype.Component;

/** The organisation of the scope's day, as rows are assigned by it. */
@Component
public class Counties {

    private final Organisations organisations;

    Counties(Organisations organisations) {
        this.organisations = organisations;
    }

    public Organisation today(Scope scope) {
        return organisations.asOf(scope);
    }
}
