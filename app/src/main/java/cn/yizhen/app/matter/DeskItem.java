package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it stands on somebody's desk (应办行).
 *
 * @param post        the post it is there for
 * @param place       what it is to this person
 * @param waitsFor    what is awaited, as the clock or the stage says: 办理期, 待销号
 * @param binding     strength of the clock
 * @param due         last day, or null where no clock runs
 * @param late        whether it is overdue: it has passed, and the clock is more than a reminder
 * @param statutory   whether the clock is set by a law or a rule of above, not by the county or a named person
 * @param provisional whether it rests on a calendar not announced yet
 * @param other       who asked, for what is to be done; who is to answer, for what is waited for
 * @param contact     name of who opened it
 */
public record DeskItem(MatterId matter, MatterKind kind, String number, String title, HeldPost post, Place place, String waitsFor, Binding binding,
        @Nullable LocalDate due, boolean late, boolean statutory, boolean provisional, UnitId other, String contact) {

    /** What a matter is to the person whose desk it is on (归处). */
    public enum Place { TO_DO, WAITING, FOR_INFORMATION }

    /** The matter's page, under the post it is there for. */
    public String href() {
        return "/posts/" + post.post() + "/matters/" + matter;
    }
}
