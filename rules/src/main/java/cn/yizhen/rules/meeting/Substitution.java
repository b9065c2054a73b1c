package cn.yizhen.rules.meeting;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether somebody may stand in for a seat (委派): one for one seat, nobody for two, and no further than once.
 *
 * @param seats       of the meeting
 * @param standing    by seat, the post that stands in for it so far
 */
public record Substitution(List<Seat> seats, Map<String, PostId> standing, Organisation organisation) {

    public Substitution {
        seats = List.copyOf(seats);
        standing = Map.copyOf(standing);
    }

    /**
     * @param seat  whose holder cannot come
     * @param named who is to stand in, as handed in: exactly one can
     * @param by    the post that answers
     * @return every reason why not; empty when it may be so
     */
    public List<Reason> faults(Seat seat, List<PostId> named, PostId by) {
        var faults = new ArrayList<Reason>();
        if (seat.capacity() == Capacity.MEMBER) {
            faults.add(Reason.of("member-not-represented", "班子成员不能委派别人出席和表决。", "不能到会的请假；要别人听会的，由会议另请列席。"));
        }
        if (named.isEmpty()) {
            faults.add(Reason.of("substitute-missing", "没有选委派谁。", "选一位；分工表里的B角排在最前面。"));
        } else if (named.stream().distinct().count() > 1) {
            faults.add(Reason.of("two-substitutes", "一席只能委派一人，选了" + named.stream().distinct().count() + "人。", "只选一位。"));
        }
        if (by.equals(standing.get(seat.key())) && !seat.bearer().equals(new Bearer.OfPost(by))) {
            faults.add(Reason.of("substitute-of-substitute", "您是受委派参会的，不能再委派别人。", "不能去的，请原参会人重新回执。"));
        }
        named.stream().distinct().forEach(post -> person(seat, post, faults));
        return faults;
    }

    private void person(Seat seat, PostId post, List<Reason> faults) {
        var persons = persons(post);
        var title = organisation.post(post).map(found -> found.title()).orElse("该岗位");
        if (persons.isEmpty()) {
            faults.add(Reason.of("substitute-vacant", title + "现在没有人任职。", "另选一位。"));
        } else if (seat.holders(organisation).stream().anyMatch(persons::contains)) {
            faults.add(Reason.of("substitute-is-self", title + "就是本人。", "本人去的选“本人参加”。"));
        } else if (seats.stream().anyMatch(other -> other.holders(organisation).stream().anyMatch(persons::contains))) {
            faults.add(Reason.of("substitute-has-seat", title + "自己有一席，不能再代别人。", "另选一位。"));
        } else if (standing.entrySet().stream().anyMatch(other -> !other.getKey().equals(seat.key()) && persons(other.getValue()).stream().anyMatch(persons::contains))) {
            faults.add(Reason.of("substitute-taken", title + "已经受另一席委派。", "一人只代一席，另选一位。"));
        }
        boolean near = organisation.post(post).filter(found -> organisation.reaches(seat.unit(), found.unit())).isPresent();
        if (!near) {
            faults.add(Reason.of("substitute-elsewhere", title + "不是本单位的人。", "从本单位选一位。"));
        }
    }

    private Set<PersonId> persons(PostId post) {
        return organisation.holders(post).stream().map(Holding::person).collect(Collectors.toCollection(HashSet::new));
    }
}
