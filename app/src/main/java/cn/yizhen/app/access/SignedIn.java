package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PersonId;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a session belongs to. Posts are not part of it: they are looked up for the day of each request, so
 * a change of post takes effect at once.
 *
 * @param account identity of the account
 * @param county  division code
 * @param login   what was typed to enter
 * @param person  the person behind it, or null for an administrator
 * @param roles   of the account itself (administrators)
 */
public record SignedIn(UUID account, String county, String login, @Nullable PersonId person, Set<Permission> roles)
        implements Serializable {

    /** One of the three separated administrators (系统、安全、审计). */
    public boolean isAdministrator() {
        return roles.stream().anyMatch(Permission::isAdministration);
    }
}
