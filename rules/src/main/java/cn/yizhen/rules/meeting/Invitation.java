package cn.yizhen.rules.meeting;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the seats of a meeting can stand as they are; everything at once. */
public record Invitation(List<Seat> seats, Organisation organisation) {

    public Invitation {
        seats = List.copyOf(seats);
    }

    /** @return every reason why nobody can be asked like this; empty when they can */
    public List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        if (seats.isEmpty()) {
            faults.add(Reason.of("meeting-without-seats", "没有参会人员。", "选参会单位，按分工建议参会人员。"));
        }
        headsWithoutGround(faults);
        seatsTwice(faults);
        personsTwice(faults);
        return faults;
    }

    private void headsWithoutGround(List<Reason> faults) {
        seats.stream().filter(seat -> seat.capacity() == Capacity.ATTENDS && seat.ground().isEmpty() && seat.heads(organisation))
                .forEach(seat -> faults.add(Reason.of("head-without-ground", name(seat) + "是主要负责人，没有写为什么要本人参加。",
                        "写明理由，或者改请分管的副职。")));
    }

    private void seatsTwice(List<Reason> faults) {
        var seen = new HashSet<String>();
        seats.stream().filter(seat -> !seen.add(seat.key())).forEach(seat ->
                faults.add(Reason.of("seat-twice", name(seat) + "列了两次。", "去掉一处。")));
    }

    /** A person who holds two of the posts sits once: 一肩挑 must not become two seats, two replies and an absence. */
    private void personsTwice(List<Reason> faults) {
        Map<PersonId, Seat> sitting = new HashMap<>();
        seats.forEach(seat -> seat.holders(organisation).forEach(person -> {
            var other = sitting.putIfAbsent(person, seat);
            if (other != null && !other.key().equals(seat.key())) {
                faults.add(Reason.of("two-seats-one-person", organisation.person(person).map(Person::name).orElse("") + "一人占了两席："
                        + name(other) + "、" + name(seat) + "。", "一人只坐一席，另一席改请别人或者去掉。"));
            }
        }));
    }

    /** 县文旅局副局长, or a member's name. */
    public String name(Seat seat) {
        return switch (seat.bearer()) {
            case Bearer.OfPost(var id) -> organisation.post(id).map(this::title).orElse("已撤销的岗位");
            case Bearer.OfPerson(var id) -> organisation.person(id).map(Person::name).orElse("");
            default -> "";
        };
    }

    private String title(Post post) {
        return organisation.unit(post.unit()).map(Unit::shortName).orElse("") + post.title();
    }

    /** The names of whoever sits there. */
    public String holder(Seat seat) {
        return seat.holders(organisation).stream().flatMap(person -> organisation.person(person).stream()).map(Person::name)
                .collect(Collectors.joining("、"));
    }
}
