package cn.yizhen.app.record;

import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.app.record.model.Roll;
import cn.yizhen.app.record.model.Soundness;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into what a record says. */
record Entry(EntryForm form, OfferedKind offered, Unit unit, Organisation organisation) {

    private static final List<String> PEOPLE = List.of("present", "due", "votingDue", "votingPresent");

    /** @return refused with every field that cannot be read */
    Outcome<RecordContent> content() {
        List<Reason> unread = unread();
        return unread.isEmpty() ? Outcome.done(content(form.day().orElseThrow(), meeting() ? headcount(roll()) : null)) : Outcome.refused(unread);
    }

    /**
     * Everything that keeps it from being noted: what cannot be read, and what is wrong with the rest.
     *
     * @param unread what {@link #content()} was refused with
     */
    List<Reason> faults(List<Reason> unread, LocalDate today) {
        var headcount = countable() ? headcount(roll()) : null;
        var read = content(form.day().orElse(today), headcount, meeting() ? new DecisionLines(form).decisions() : List.of());
        var wrong = Soundness.reasons(read, offered.kind(), organisation, today).stream().filter(reason -> !told(reason, headcount != null));
        return Stream.concat(unread.stream(), wrong).distinct().toList();
    }

    /** Whether the fault only follows from a field that could not be read, which is told already. */
    private boolean told(Reason wrong, boolean counted) {
        return switch (wrong.code()) {
            case "present-missing" -> !counted && !form.get("present").isEmpty();
            case "hours-implausible" -> form.number("hours").isEmpty();
            default -> false;
        };
    }

    private boolean countable() {
        return meeting() && PEOPLE.stream().noneMatch(form::notANumber) && (roll().known() || form.number("due").isPresent());
    }

    private List<Reason> unread() {
        List<Reason> reasons = new ArrayList<>();
        if (form.day().isEmpty()) {
            reasons.add(Reason.of("day-missing", form.get("day").isEmpty() ? "日期没有填。" : "日期“" + form.get("day") + "”看不懂。", "请填年月日，如 2026-11-23。"));
        }
        for (String name : PEOPLE) {
            if (form.notANumber(name)) {
                reasons.add(Reason.of("not-a-number", "“" + form.get(name) + "”不是人数。", "请填 0 或更大的整数。"));
            }
        }
        if (training() && form.number("hours").isEmpty()) {
            reasons.add(Reason.of("hours-missing", form.get("hours").isEmpty() ? "学时没有填。" : "“" + form.get("hours") + "”不是学时。",
                    "请填整数；一般一天 8 学时、半天 4 学时，按通知或结业证明填。"));
        }
        madeUpUnread().ifPresent(reasons::add);
        if (meeting()) {
            reasons.addAll(new DecisionLines(form).faults());
        }
        Roll roll = roll();
        if (meeting() && !roll.known() && form.number("due").isEmpty()) {
            reasons.add(form.day().flatMap(day -> Soundness.notThere(day, unit.id(), body(), organisation))
                    .orElseGet(() -> Reason.of("due-missing", "名册里没有人数，应到人数没有填。", "请填应到人数。")));
        }
        return reasons;
    }

    private boolean meeting() {
        return offered.kind().shape() == RecordKind.Shape.MEETING;
    }

    /** What is said to be made up for, where that is no whole month, quarter, half-year or year. */
    Optional<Reason> madeUpUnread() {
        String said = form.get("makesUpFor");
        return said.isEmpty() || form.period("makesUpFor").flatMap(Period::cadence).isPresent() ? Optional.empty()
                : Optional.of(Reason.of("made-up-period-unread", "补开的时段“" + said + "”认不出来。", "请在“补哪一期”里选一期，不是补开的选“不是补开”。"));
    }

    Roll roll() {
        return Roll.of(body(), organisation);
    }

    private @Nullable BodyId body() {
        return offered.body() == null ? null : offered.body().id();
    }

    private @Nullable Headcount headcount(Roll roll) {
        if (form.number("present").isEmpty()) {
            return null;
        }
        int due = form.number("due").orElse(roll.due());
        boolean asRolled = due == roll.due() && form.number("votingDue").isEmpty();
        int voting = form.number("votingDue").orElse(roll.known() ? Math.min(roll.votingDue(), due) : due);
        return new Headcount(Math.max(roll.due(), due), due, form.number("present").orElseThrow(), voting,
                form.number("votingPresent").orElse(null), asRolled ? roll.notCounted() : "");
    }

    private RecordContent content(LocalDate day, @Nullable Headcount headcount) {
        return content(day, headcount, headcount == null ? List.of() : new DecisionLines(form).decisions());
    }

    private RecordContent content(LocalDate day, @Nullable Headcount headcount, List<Decision> decisions) {
        boolean onlyTheDay = offered.kind().shape() == RecordKind.Shape.OCCURRENCE;
        PersonId chair = form.id("chair").map(PersonId::new).orElse(null);
        List<Post> led = chair == null ? List.of() : organisation.postsOf(chair).stream()
                .flatMap(holding -> organisation.post(holding.post()).stream())
                .filter(post -> post.unit().equals(unit.id()))
                .toList();
        Set<String> functions = led.stream().flatMap(post -> post.functions().stream()).collect(Collectors.toSet());
        return new RecordContent(offered.kind().kind(), unit.id(), body(), day, onlyTheDay ? "" : form.get("place"), chair,
                led.stream().map(Post::id).toList(), functions, form.id("recorder").map(PersonId::new).orElse(null), headcount,
                onlyTheDay ? "" : form.get("topic"), onlyTheDay ? Set.of() : topics(decisions),
                decisions,
                form.all("person").stream().map(PersonId::of).collect(Collectors.toSet()),
                form.period("makesUpFor").filter(period -> !period.contains(day)).orElse(null), training() ? form.number("hours").orElse(0) : 0);
    }

    private boolean training() {
        return offered.kind().shape() == RecordKind.Shape.TRAINING;
    }

    /** A meeting that decided about people has dealt with that, whether or not somebody ticked it. */
    private Set<String> topics(List<Decision> decisions) {
        Set<String> topics = new HashSet<>(form.all("topics"));
        if (decisions.stream().anyMatch(Decision::personnel)) {
            topics.add(DecisionCategory.PERSONNEL_TOPIC);
        }
        return topics;
    }
}
