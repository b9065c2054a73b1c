package cn.yizhen.app.meeting;

import cn.yizhen.app.meeting.MeetingPlan.Item;
import cn.yizhen.app.meeting.MeetingPlan.Origin;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Attendees;
import cn.yizhen.rules.meeting.Capacity;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Venue;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was typed to plan a meeting; nothing typed is lost.
 *
 * @param typed by field: title, about, kind, marks, day, start, minutes, speech, discussion, system-wide, place, video, phone, venue, agenda, groups,
 *              units, leader, chair, from; and of each seat seat, post, capacity, ground
 */
public record PlanForm(MultiValueMap<String, String> typed) {

    private static final Pattern ITEM = Pattern.compile("(?U)(.*?)[\\s,，|]*(?:(\\d{1,3})\\s*分钟?)?");
    private static final Set<UnitKind> DEPARTMENTS = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);
    private static final String CHOSEN = "召集单位选定";
    private static final String LEADER = "分管这件事的县领导";

    /** As an empty form opens. */
    static PlanForm blank(LocalDate day) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.set("day", day.toString());
        typed.set("start", "09:00");
        typed.set("minutes", "90");
        typed.set("venue", Venue.TOWNSHIP.name());
        return new PlanForm(typed);
    }

    /** A plan as it stands, to be changed. */
    static PlanForm of(MeetingPlan plan) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.set("title", plan.title());
        typed.set("about", plan.about());
        typed.set("kind", plan.kind() + "~" + plan.unit() + "~" + (plan.body() == null ? "" : plan.body().toString()));
        plan.marks().forEach(mark -> typed.add("marks", mark));
        typed.set("day", plan.day().toString());
        typed.set("start", plan.start().toString());
        typed.set("minutes", "" + plan.minutes());
        typed.set("speech", plan.speech() == 0 ? "" : "" + plan.speech());
        typed.set("discussion", plan.discussion() ? "yes" : "");
        typed.set("system-wide", plan.systemWide() ? "yes" : "");
        typed.set("place", plan.place());
        typed.set("video", plan.video() ? "yes" : "");
        typed.set("phone", plan.phone());
        typed.set("venue", plan.venue().name());
        typed.set("agenda", String.join("\n", plan.agenda().stream().map(item -> item.title() + (item.minutes() == 0 ? "" : " " + item.minutes() + "分钟")).toList()));
        typed.set("chair", plan.chair());
        plan.seats().forEach(seat -> {
            typed.add("seat", seat.key());
            typed.add("post", seat.key());
            typed.add("capacity", seat.capacity().name());
            typed.add("ground", seat.ground());
        });
        return new PlanForm(typed);
    }

    public String get(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public String get(String field, int place) {
        var values = all(field);
        return place < values.size() ? values.get(place).strip() : "";
    }

    /** What was typed of one seat; empty where nothing was. */
    public String ofSeat(String seat, String field) {
        int place = all("seat").indexOf(seat);
        return place < 0 ? "" : get(field, place);
    }

    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean ticked(String field, String value) {
        return all(field).contains(value);
    }

    PlanForm with(String field, String value) {
        return with(field, List.of(value));
    }

    PlanForm with(String field, List<String> values) {
        var more = new LinkedMultiValueMap<>(typed);
        more.put(field, values);
        return new PlanForm(more);
    }

    /**
     * The plan that was typed, with whoever is proposed for units asked for the first time.
     *
     * @param standing the meeting it changes, or null
     */
    Outcome<MeetingPlan> plan(Organisation organisation, @Nullable Meeting standing, @Nullable Origin origin, LocalDate today) {
        var before = standing == null ? null : standing.plan();
        var faults = new ArrayList<Reason>();
        var day = day(faults);
        var start = start(faults);
        var minutes = number("minutes", "会议时长", faults);
        var speech = number("speech", "主要讲话", faults);
        faults.addAll(Meetings.unsound(standing, get("title"), get("about"), day, minutes, today));
        var kind = get("kind").split("~", -1);
        if (kind.length != 3) {
            faults.add(Reason.of("meeting-without-kind", "没有选会议种类。", "不属于哪项制度的选“工作会议”。"));
        }
        if (ticked("video", "yes") && !get("phone").matches("[0-9 ()+-]{5,20}")) {
            faults.add(Reason.of("phone-missing", "开通视频的，没有填会务电话，或写法不对。", "填一个有人接的电话；村里进不来时照它打。"));
        }
        if (get("place").isEmpty()) {
            faults.add(Reason.of("meeting-without-place", "没有写会议地点。", "写主会场在哪里。"));
        }
        if (!faults.isEmpty() || day == null || start == null || minutes == null || speech == null) {
            return Outcome.refused(faults);
        }
        var body = kind[2].isEmpty() ? null : BodyId.of(kind[2]);
        var seats = seats(organisation, before, body);
        return Outcome.done(new MeetingPlan(get("title"), get("about"), kind[0], UnitId.of(kind[1]), body, Set.copyOf(all("marks")), day, start, minutes, speech,
                ticked("discussion", "yes"), ticked("system-wide", "yes"), get("place"), ticked("video", "yes"), get("phone"), venue(), get("chair"), agenda(), seats,
                before == null ? origin : before.origin()));
    }

    private List<Seat> seats(Organisation organisation, @Nullable MeetingPlan before, @Nullable BodyId body) {
        Map<String, Seat> seats = new LinkedHashMap<>();
        var attendees = new Attendees(organisation);
        kept(organisation, before).forEach(seat -> seats.put(seat.key(), seat));
        if (body != null && before == null) {
            attendees.members(body).forEach(seat -> seats.putIfAbsent(seat.key(), seat));
        }
        if (ticked("leader", "yes")) {
            attendees.leader(get("about")).ifPresent(seat -> seats.putIfAbsent(seat.key(), seat));
        }
        var asked = asked(organisation);
        seats.values().forEach(seat -> asked.remove(seat.unit()));
        var sitting = seats.values().stream().flatMap(seat -> seat.holders(organisation).stream()).toList();
        var proposal = attendees.propose(get("about"), asked);
        Stream.concat(proposal.seats().stream(), proposal.nobody().stream().flatMap(unit -> onlyHead(unit, attendees)))
                .filter(seat -> seat.holders(organisation).stream().noneMatch(sitting::contains))
                .forEach(seat -> seats.putIfAbsent(seat.key(), seat));
        return List.copyOf(seats.values());
    }

    /** A unit with nobody but its head: the seat is there to be given a ground or taken out, and no notice goes out before. */
    private static Stream<Seat> onlyHead(Unit unit, Attendees attendees) {
        return attendees.candidates(unit).stream().filter(post -> Seat.heads(post, attendees.organisation())).limit(1)
                .map(post -> new Seat(new Bearer.OfPost(post.id()), unit.id(), Capacity.ATTENDS, "本单位没有副职可请，请主要负责人的写明理由，不请的选“不请了”", ""));
    }

    /** Who was to be asked and got no seat, in words: nothing asked for disappears without one. */
    List<String> unseated(Organisation organisation, MeetingPlan plan) {
        var seated = plan.seats().stream().map(Seat::unit).collect(Collectors.toSet());
        var none = asked(organisation).stream().filter(unit -> !seated.contains(unit)).flatMap(unit -> organisation.unit(unit).stream()).map(Unit::shortName).toList();
        boolean noLeader = ticked("leader", "yes") && new Attendees(organisation).leader(get("about")).isEmpty();
        return Stream.concat(noLeader ? Stream.of(LEADER) : Stream.of(), none.stream()).toList();
    }

    /** Seats of the form as they were left or changed; one without a capacity is taken out. */
    private List<Seat> kept(Organisation organisation, @Nullable MeetingPlan before) {
        var kept = new ArrayList<Seat>();
        for (int i = 0; i < all("seat").size(); i++) {
            var earlier = before == null ? null : before.seat(get("seat", i)).orElse(null);
            var bearer = Bearer.parse(get("post", i).isEmpty() ? get("seat", i) : get("post", i)).orElse(null);
            var capacity = capacity(get("capacity", i));
            if (bearer == null || capacity == null || earlier == null) {
                continue;
            }
            boolean same = bearer.equals(earlier.bearer());
            if (same || bearer instanceof Bearer.OfPost(var post) && organisation.post(post).filter(p -> organisation.reaches(earlier.unit(), p.unit())).isPresent()) {
                kept.add(new Seat(bearer, earlier.unit(), capacity, same ? earlier.why() : CHOSEN, get("ground", i)));
            }
        }
        return kept;
    }

    private Set<UnitId> asked(Organisation organisation) {
        var asked = new LinkedHashSet<UnitId>();
        organisation.units().stream().filter(unit -> ticked("groups", "departments") && DEPARTMENTS.contains(unit.kind())
                || ticked("groups", "townships") && unit.kind() == UnitKind.TOWNSHIP
                || (unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.COMMUNITY) && unit.parent() != null && ticked("groups", unit.parent().toString())
                || ticked("units", unit.id().toString())).forEach(unit -> asked.add(unit.id()));
        return asked;
    }

    private static @Nullable Capacity capacity(String name) {
        for (var capacity : Capacity.values()) {
            if (capacity.name().equals(name)) {
                return capacity;
            }
        }
        return null;
    }

    private Venue venue() {
        for (var venue : Venue.values()) {
            if (venue.name().equals(get("venue"))) {
                return venue;
            }
        }
        return Venue.MAIN;
    }

    private List<Item> agenda() {
        return get("agenda").lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> {
            var matcher = ITEM.matcher(line);
            return matcher.matches() && !matcher.group(1).isEmpty()
                    ? new Item(matcher.group(1), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))) : new Item(line, 0);
        }).toList();
    }

    private @Nullable LocalDate day(List<Reason> faults) {
        try {
            return LocalDate.parse(get("day"));
        } catch (DateTimeException _) {
            faults.add(Reason.of("meeting-without-day", get("day").isEmpty() ? "没有选会议日期。" : "会议日期“" + get("day") + "”看不懂。", "从日历里选一天。"));
            return null;
        }
    }

    private @Nullable LocalTime start(List<Reason> faults) {
        try {
            return LocalTime.parse(get("start"));
        } catch (DateTimeException _) {
            faults.add(Reason.of("meeting-without-hour", "没有填几点开会。", "填成 09:00 的样子。"));
            return null;
        }
    }

    /** 0 for an empty field, null for what is no number. */
    private @Nullable Integer number(String field, String what, List<Reason> faults) {
        if (get(field).isEmpty()) {
            return 0;
        }
        var figures = Normalizer.normalize(get(field), Normalizer.Form.NFKC);
        if (!figures.matches("\\d{1,4}")) {
            faults.add(Reason.of("not-a-number", what + "“" + get(field) + "”不是分钟数。", "填整数。"));
            return null;
        }
        return Integer.parseInt(figures);
    }
}
