package cn.yizhen.app.institution;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.LocalValue;
import cn.yizhen.rules.institution.DatedValue;
import cn.yizhen.rules.institution.Overlay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The acts by which a county keeps its institutions; each rests on a named person and takes effect from a day. */
@Component
public class Keeping {

    /** How a form says that what would fall away was seen: the days it was to hold from. */
    private static final String REPLACES = "replaces";
    private static final int LONGEST_PAPER = 80;

    private final Institutions institutions;
    private final LocalValues values;
    private final DaysOfUse uses;
    private final Acts acts;

    Keeping(Institutions institutions, LocalValues values, DaysOfUse uses, Acts acts) {
        this.institutions = institutions;
        this.values = values;
        this.uses = uses;
        this.acts = acts;
    }

    /** Puts an institution into use; never for days that are past, or people would be asked afterwards. */
    Performed use(Scope scope, UUID key, Institution institution, String typed) {
        var day = day(typed);
        var content = Map.of("institution", institution.id().value(), "firstDay", typed.strip());
        return acts.perform(scope, act(scope, key, "institution.in-use", content), writing -> {
            if (day.isEmpty()) {
                return Outcome.refused(Reason.of("day-unreadable", "启用日“" + typed.strip() + "”不是日期", "请写成 2026-12-01 这样"));
            }
            if (day.get().isBefore(scope.asOf().on())) {
                return Outcome.refused(Reason.of("use-in-the-past", "启用日早于今天，会要求补以前的记录", "请选今天或以后的日期"));
            }
            var used = institutions.rulebook(scope).inUseSince(institution.id()).filter(since -> since.isBefore(scope.asOf().on()));
            if (used.isPresent()) {
                return Outcome.refused(Reason.of("use-begun", "本县已经自" + Days.full(used.get()) + "起启用；改晚了，以前已经要求过、登记过的都会变成不计入",
                        "启用日不用改；本县自己的办法不再执行的，在“改写这份办法”里停止执行"));
            }
            uses.add(writing, institution.id(), day.get());
            return Outcome.done("/institutions/" + institution.id());
        });
    }

    /** Adopts a value of the county's own; what an earlier paper said of its day or later ones falls away only when that was seen. */
    Performed adopt(Scope scope, UUID key, Institution institution, Map<String, String> typed) {
        return acts.perform(scope, act(scope, key, "local-value.adopted", content(institution, typed)), writing ->
                read(scope, institution, typed).then(value -> adopted(institutions.rulebook(scope), value, text(typed, REPLACES)).map(_ -> {
                    values.add(writing, value);
                    return "/institutions/" + institution.id();
                })));
    }

    /** What a form has to send along where the value takes the place of others; empty where it does not. */
    String replaces(Scope scope, Institution institution, Map<String, String> typed) {
        return read(scope, institution, typed) instanceof Outcome.Done<LocalValue>(var value)
                ? days(Overlay.replaced(institutions.rulebook(scope).catalogue(), value)) : "";
    }

    private static String days(List<Dated.Entry<?>> entries) {
        return entries.stream().map(entry -> entry.from().toString()).collect(Collectors.joining(" "));
    }

    /**
     * The one rule as it would be with a value that is only tried (出台前测算), or every reason why it could not be adopted; neither
     * the paper nor the day has to be there yet.
     *
     * @param typed as the form for adopting one sends it
     */
    public Outcome<Institution> tried(Scope scope, Institution institution, Map<String, String> typed) {
        var complete = new HashMap<>(typed);
        complete.compute("paper", (_, paper) -> paper == null || paper.isBlank() ? "测算" : paper);
        complete.compute("from", (_, from) -> from == null || from.isBlank() ? scope.asOf().on().toString() : from);
        return read(scope, institution, complete).then(value -> Overlay.adopt(institutions.rulebook(scope).catalogue(), value)
                .map(over -> over.institution(institution.id()).orElseThrow().only(value.rule())));
    }

    /** One paper adopts a value once, as long as no later one took its place; what it says again changes nothing. */
    private static Outcome<Catalogue> adopted(Rulebook rulebook, LocalValue value, String seen) {
        return rulebook.values().stream()
                .filter(earlier -> earlier.rule().equals(value.rule()) && earlier.parameter() == value.parameter() && earlier.from().equals(value.from())
                        && earlier.value().equals(value.value()) && earlier.paper().equals(value.paper()) && earlier.standsIn(rulebook.catalogue()))
                .findFirst()
                .map(earlier -> Outcome.<Catalogue>refused(Reason.of("value-adopted-already", "这份文件的这个数已经采用过：" + Days.full(earlier.from()) + "起，由"
                        + earlier.adoptedBy() + "于" + Days.full(earlier.adoptedOn()) + "采用", "不用再提交；要改的，填另一个数或者另一份文件")))
                .orElseGet(() -> replacing(rulebook.catalogue(), value, seen));
    }

    private static Outcome<Catalogue> replacing(Catalogue catalogue, LocalValue value, String seen) {
        return Overlay.adopt(catalogue, value).then(with -> {
            var replaced = Overlay.replaced(catalogue, value);
            return replaced.isEmpty() || days(replaced).equals(seen) ? Outcome.done(with)
                    : Outcome.refused(replaced.stream().map(entry -> falling(value, entry)).toList());
        });
    }

    private static Reason falling(LocalValue value, Dated.Entry<?> entry) {
        return Reason.of("value-replaces-later", "已经采用的“" + Wording.value(entry.value()) + "”（" + Days.full(entry.from()) + "起，依据" + entry.source().cited()
                        + "）会被替换，不再施行", "照这份文件办的，勾选“替换”再采用；两个都要的，采用以后再照原来的文件把" + Days.full(entry.from()) + "起的采用一次");
    }

    private static Act act(Scope scope, UUID key, String kind, Map<String, String> content) {
        return new Act(key, kind, scope.post().post(), null, null, content);
    }

    private static Map<String, String> content(Institution institution, Map<String, String> typed) {
        return Map.of("institution", institution.id().value(), "value-of", text(typed, "value-of"),
                "from", text(typed, "from"), "value", text(typed, "value"), "paper", text(typed, "paper"));
    }

    /** @return refused with everything that is wrong: where the day cannot be read, also with what is wrong whatever the day */
    private Outcome<LocalValue> read(Scope scope, Institution institution, Map<String, String> typed) {
        var reasons = new ArrayList<Reason>();
        var from = day(text(typed, "from"));
        if (from.isEmpty()) {
            reasons.add(Reason.of("day-unreadable", "起始日期“" + text(typed, "from") + "”不是日期", "请写成 2026-12-01 这样"));
        }
        if (text(typed, "paper").length() > LONGEST_PAPER) {
            reasons.add(Reason.of("paper-too-long", "依据文件超过 " + LONGEST_PAPER + " 个字", "只写文件名称和文号"));
        }
        var target = DatedValue.of(institution).stream().filter(value -> key(value).equals(text(typed, "value-of"))).findFirst();
        if (target.isEmpty()) {
            reasons.add(Reason.of("no-such-value", "没有选定要改的数值", "从下面的列表里选一项"));
            return Outcome.refused(List.copyOf(reasons));
        }
        var value = new LocalValue(target.get().rule(), target.get().parameter(), from.orElse(scope.asOf().on()),
                target.get().parameter().plain(text(typed, "value")), text(typed, "paper"), scope.post().label() + scope.name(), scope.asOf().on());
        if (!reasons.isEmpty() && Overlay.adopt(institutions.rulebook(scope).catalogue(), value) instanceof Outcome.Refused<Catalogue>(var more)) {
            more.stream().filter(reason -> from.isPresent() || !reason.code().equals("value-before-the-rule")).forEach(reasons::add);
        }
        return reasons.isEmpty() ? Outcome.done(value) : Outcome.refused(List.copyOf(reasons));
    }

    /** How a form names a value: {@code branch-lesson/at-least}. */
    static String key(DatedValue value) {
        return value.rule() + "/" + value.parameter().word();
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
