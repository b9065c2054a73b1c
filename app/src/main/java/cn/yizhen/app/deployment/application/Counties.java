package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Organisation;

/** The organisation of the scope's day. */
public interface Counties {

    Organisation today(Scope scope);
}
