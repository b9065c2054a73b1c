package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Entry;
import cn.yizhen.app.organisation.roster.Roster.BodyLine;
import cn.yizhen.app.organisation.roster.Roster.Count;
import cn.yizhen.app.organisation.roster.Roster.PostLine;
import cn.yizhen.app.organisation.roster.Roster.UnitLine;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one row of 村社区 says besides the village: its branch with secretary and members, and its director. A
 * row of another sheet with the same code says it better.
 */
final class VillageRows {

    /** A village's branch carries the village's code with this ending, its leading post the code with {@link #FIRST}. */
    static final String BRANCH = "Z1";
    static final String FIRST = "-01";

    private VillageRows() {}

    static Roster complete(Roster roster, List<Entry> villages) {
        var unitCodes = roster.units().stream().map(UnitLine::code).collect(Collectors.toSet());
        var postCodes = roster.posts().stream().map(PostLine::code).collect(Collectors.toSet());
        var counted = roster.bodies().stream().map(body -> body.unit() + body.kind()).collect(Collectors.toSet());
        var units = new ArrayList<>(roster.units());
        var posts = new ArrayList<>(roster.posts());
        var bodies = new ArrayList<>(roster.bodies());
        for (var entry : villages) {
            var village = entry.text("code");
            var branch = village + BRANCH;
            if (unitCodes.add(branch)) {
                units.add(new UnitLine(entry.at("code"), branch, entry.text("name") + "党支部", "", UnitKind.BRANCH, village, "", null));
            }
            if (postCodes.add(branch + FIRST)) {
                posts.add(new PostLine(entry.at("secretary"), branch + FIRST, branch, "党支部书记", Set.of("secretary", "head"),
                        said(entry, "secretary"), "", HoldingKind.HOLDS));
            }
            if (postCodes.add(village + FIRST)) {
                var title = entry.text("kind").equals(UnitKind.VILLAGE.chinese()) ? "村民委员会主任" : "居民委员会主任";
                posts.add(new PostLine(entry.at("director"), village + FIRST, village, title, Set.of("director", "head"),
                        said(entry, "director"), "", HoldingKind.HOLDS));
            }
            if (counted.add(branch + BodyKind.BRANCH_ASSEMBLY)) {
                var count = entry.whole("full").map(full -> new Count(full, entry.whole("probationary").orElse(0), full)).orElse(null);
                bodies.add(new BodyLine(entry.at("full"), branch, BodyKind.BRANCH_ASSEMBLY, "支部党员大会", count));
            }
        }
        return roster.with(units, posts, bodies);
    }

    private static @Nullable String said(Entry entry, String key) {
        return entry.text(key).isEmpty() ? null : entry.text(key);
    }
}
