package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The two points in time as the addresses of the tables carry them. */
final class PointsAsked {

    private PointsAsked() {}

    static AsOf point(Scope scope, @Nullable LocalDate on, @Nullable Long known) {
        return new AsOf(on == null ? scope.asOf().on() : on, known == null || known < 1 ? AsOf.LATEST : known);
    }

    /** The two points as an address carries them on; empty for today as known now. */
    static String address(Scope scope, AsOf point) {
        var on = point.on().equals(scope.asOf().on()) ? "" : "on=" + point.on();
        var known = point.known() == AsOf.LATEST ? "" : "known=" + point.known();
        var both = on + (on.isEmpty() || known.isEmpty() ? "" : "&") + known;
        return both.isEmpty() ? "" : "?" + both;
    }
}
