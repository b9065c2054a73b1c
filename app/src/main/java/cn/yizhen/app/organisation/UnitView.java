package cn.yizhen.app.organisation;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a unit shows as of a day.
 *
 * @param unit   the unit as it is on the day, or as it was last or will be first where it does not exist then
 * @param exists whether it exists on the day
 * @param above  the units above, the highest first
 * @param below  the units right below
 * @param days   days on which something about it began, changed or ended, the latest first
 */
public record UnitView(
        Unit unit, boolean exists, @Nullable LocalDate from, @Nullable LocalDate until, List<Unit> above, List<Unit> below,
        List<PostLine> posts, List<BodyLine> bodies, List<ChargeLine> charges, List<ChargeLine> contacts, List<Relative> predecessors,
        List<Relative> successors, List<LocalDate> days) {

    /** @param holders as printed, 挂职 and the like named; empty for a vacant post */
    public record PostLine(PostId id, String title, List<String> holders) {}

    /**
     * @param strength 应到 in words
     * @param members  names the reader may see
     * @param unseen   how many more there are by name
     */
    public record BodyLine(String name, String strength, List<String> members, int unseen) {}

    /** @param who post or unit, with the holder's name where it is a post */
    public record ChargeLine(String who, String kind, String subject, @Nullable Unit over, String substitute, String basis) {}

    /** A unit this one came from or became. */
    public record Relative(Unit unit, LocalDate day, String kind, String basis) {}
}
