package cn.yizhen.app.access;

import cn.yizhen.rules.AsOf;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the scope of whoever is signed in, from the posts held on the day. */
@Component
public class Scopes {

    private final ObjectProvider<Holdings> holdings;
    private final Clock clock;

    Scopes(ObjectProvider<Holdings> holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    /** The scope today, with everything known. */
    public Scope of(SignedIn who) {
        return of(who, AsOf.on(LocalDate.now(clock)));
    }

    public Scope of(SignedIn who, AsOf asOf) {
        var person = who.person();
        if (person == null) {
            return Scope.of(who.county(), who.account(), null, who.login(), who.roles(), List.of(), asOf);
        }
        var known = holdings.getObject();
        return Scope.of(who.county(), who.account(), person, known.nameOf(who.county(), person), who.roles(),
                known.heldBy(who.county(), person, asOf), asOf);
    }
}
