package cn.yizhen.app.meeting;

import cn.yizhen.app.meeting.Closing.Filled;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.MeetingPlan.Agreed;
import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.app.meeting.MeetingPlan.Others;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Ballot;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into the minutes; nothing typed is lost.
 *
 * @param typed by field: text, due, present, number, date, handed, heeded, reason; of each seat seat, attended, substitute; of each site site, people; of each
 *              thing agreed item-about, category, in-favour, against, abstained, recused; of the ballot ballot, ballot-about, options, handed-out,
 *              returned, invalid, first, second
 */
public record MinutesForm(MultiValueMap<String, String> typed) {

    private static final int MOST = 10_000;

    /** As the form opens: seats as proposed, or the minutes that are to be corrected. */
    static MinutesForm of(Meeting meeting, Map<String, Mark> proposed, LocalDate today) {
        var typed = new LinkedMultiValueMap<String, String>();
        meeting.plan().seats().forEach(seat -> {
            var mark = proposed.getOrDefault(seat.key(), new Mark(Attended.ABSENT, null));
            typed.add("seat", seat.key());
            typed.add("attended", mark.attended().name());
            typed.add("substitute", mark.substitute() == null ? "" : mark.substitute().toString());
        });
        typed.set("date", today.toString());
        typed.set("handed", "yes");
        meeting.latest().ifPresent(version -> fill(typed, version.said()));
        return new MinutesForm(typed);
    }

    private static void fill(MultiValueMap<String, String> typed, Minutes said) {
        typed.set("text", said.text());
        typed.set("handed", said.handed() ? "yes" : "");
        typed.set("due", said.due() == null ? "" : said.due().toString());
        typed.set("present", said.present() == null ? "" : said.present().toString());
        said.others().forEach(others -> {
            typed.add("site", others.site().toString());
            typed.add("people", "" + others.people());
        });
        said.agreed().forEach(agreed -> {
            typed.add("item-about", agreed.about());
            typed.add("category", agreed.category().name());
            typed.add("in-favour", agreed.voted() ? "" + agreed.inFavour() : "");
            typed.add("against", agreed.voted() ? "" + agreed.against() : "");
            typed.add("abstained", agreed.voted() ? "" + agreed.abstained() : "");
            typed.add("recused", agreed.recused() == 0 ? "" : "" + agreed.recused());
        });
        said.ballots().stream().findFirst().ifPresent(ballot -> {
            typed.set("ballot", ballot.purpose().name());
            typed.set("ballot-about", ballot.about());
            typed.set("options", String.join("\n", ballot.options()));
            typed.set("handed-out", "" + ballot.handedOut());
            typed.set("returned", "" + ballot.returned());
            typed.set("invalid", "" + ballot.invalid());
            typed.set("first", String.join(" ", ballot.first().stream().map(String::valueOf).toList()));
            typed.set("second", String.join(" ", ballot.second().stream().map(String::valueOf).toList()));
        });
    }

    public String get(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public String get(String field, int place) {
        var values = typed.getOrDefault(field, List.of());
        return place < values.size() ? values.get(place).strip() : "";
    }

    /** What was typed of one seat; empty where nothing was. */
    public String ofSeat(String seat, String field) {
        int place = typed.getOrDefault("seat", List.of()).indexOf(seat);
        return place < 0 ? "" : get(field, place);
    }

    /** The head count typed for a site; empty for none. */
    public String ofSite(String site) {
        int place = typed.getOrDefault("site", List.of()).indexOf(site);
        return place < 0 ? "" : get("people", place);
    }

    Outcome<Filled> filled() {
        var faults = new ArrayList<Reason>();
        var date = date(faults);
        var due = number(get("due"), "应到", faults);
        var present = number(get("present"), "实到", faults);
        var agreed = agreed(faults);
        var ballots = ballots(faults);
        var others = others(faults);
        return !faults.isEmpty() || date == null ? Outcome.refused(faults)
                : Outcome.done(new Filled(new Minutes(get("text"), due, present, others, agreed, ballots, get("number"), date, get("handed").equals("yes")), marks(),
                        get("heeded").equals("yes"), get("reason")));
    }

    private Map<String, Mark> marks() {
        var marks = new HashMap<String, Mark>();
        var seats = typed.getOrDefault("seat", List.of());
        for (int i = 0; i < seats.size(); i++) {
            var attended = attended(get("attended", i));
            var substitute = get("substitute", i);
            marks.put(seats.get(i), new Mark(attended, attended == Attended.REPRESENTED && substitute.matches("[0-9a-f-]{36}") ? PostId.of(substitute) : null));
        }
        return marks;
    }

    private static Attended attended(String name) {
        return Arrays.stream(Attended.values()).filter(one -> one.name().equals(name)).findFirst().orElse(Attended.ABSENT);
    }

    private List<Agreed> agreed(List<Reason> faults) {
        var agreed = new ArrayList<Agreed>();
        for (int i = 0; i < typed.getOrDefault("item-about", List.of()).size(); i++) {
            var about = get("item-about", i);
            var category = DecisionCategory.of(get("category", i)).orElse(DecisionCategory.GENERAL);
            var what = "第" + (agreed.size() + 1) + "项";
            var favour = number(get("in-favour", i), what + "赞成", faults);
            var against = number(get("against", i), what + "反对", faults);
            var abstained = number(get("abstained", i), what + "弃权", faults);
            var recused = number(get("recused", i), what + "回避", faults);
            boolean voted = favour != null || against != null || abstained != null;
            if (!about.isEmpty() || voted) {
                agreed.add(new Agreed(agreed.size() + 1, category, category == DecisionCategory.PERSONNEL ? "" : about, voted, or0(favour), or0(against),
                        or0(abstained), or0(recused)));
            }
        }
        return agreed;
    }

    private List<Ballot> ballots(List<Reason> faults) {
        if (get("ballot-about").isEmpty() && get("handed-out").isEmpty()) {
            return List.of();
        }
        var purpose = get("ballot").equals(Ballot.Purpose.REVIEW.name()) ? Ballot.Purpose.REVIEW : Ballot.Purpose.POLL;
        var options = get("options").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return List.of(new Ballot(purpose, get("ballot-about"), options, or0(number(get("handed-out"), "发出票数", faults)),
                or0(number(get("returned"), "收回票数", faults)), or0(number(get("invalid"), "废票", faults)),
                counts("first", "第一计票人", faults), counts("second", "第二计票人", faults)));
    }

    /** One number an option, by spaces or lines. */
    private List<Integer> counts(String field, String who, List<Reason> faults) {
        var counts = new ArrayList<Integer>();
        for (var part : get(field).split("[\\s　,，、]+")) {
            if (!part.isEmpty()) {
                counts.add(or0(number(part, who, faults)));
            }
        }
        return counts;
    }

    private List<Others> others(List<Reason> faults) {
        var others = new ArrayList<Others>();
        var sites = typed.getOrDefault("site", List.of());
        for (int i = 0; i < sites.size(); i++) {
            var people = number(get("people", i), "分会场人数", faults);
            if (people != null && people > 0) {
                others.add(new Others(UnitId.of(sites.get(i)), people));
            }
        }
        return others;
    }

    private @Nullable LocalDate date(List<Reason> faults) {
        try {
            return LocalDate.parse(get("date"));
        } catch (DateTimeException _) {
            faults.add(Reason.of("minutes-without-date", "没有填成文日期。", "照签发的日期填写。"));
            return null;
        }
    }

    private static @Nullable Integer number(String typed, String what, List<Reason> faults) {
        if (typed.isEmpty()) {
            return null;
        }
        var figures = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!figures.matches("\\d{1,5}") || Integer.parseInt(figures) > MOST) {
            faults.add(Reason.of("not-a-number", what + "“" + typed + "”不是数。", "填 0 或更大的整数。"));
            return null;
        }
        return Integer.parseInt(figures);
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
