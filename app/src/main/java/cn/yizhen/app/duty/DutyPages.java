package cn.yizhen.app.duty;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.duty.InstanceKey;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 为什么: one instance with its clause, its reason and the facts it follows from; and what can be said about it. */
@Controller
@RequestMapping("/posts/{post}/duties/{instance}")
class DutyPages {

    private final Duties duties;
    private final Saying saying;
    private final PointsInTime points;
    private final Ids ids;

    DutyPages(Duties duties, Saying saying, PointsInTime points, Ids ids) {
        this.points = points;
        this.duties = duties;
        this.saying = saying;
        this.ids = ids;
    }

    /** @param on and {@code known} as a page of 履行情况 asks; what lies back can be looked at, and nothing said of it */
    @GetMapping
    String why(
            Scope scope, @PathVariable String instance, @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known, Model model, HttpServletResponse response) {
        return switch (points.read(scope, on, known)) {
            case Outcome.Done<AsOf>(var point) when point.equals(scope.asOf()) ->
                show(scope, seen(scope, instance), "", ids.next(), List.of(), model);
            case Outcome.Done<AsOf>(var point) -> {
                Optional<Duties.Seen> then = seenAt(scope, point, instance);
                if (then.isEmpty()) {
                    response.setStatus(422);
                    yield show(scope, seen(scope, instance), "", ids.next(), List.of(Reason.of("instance-not-then",
                            "截至" + Days.full(point.on()) + (known.isBlank() ? "" : "、只按当时所知") + "，还没有这一件：这一期那时没有开始，或者那时没有这个单位、岗位、班子。",
                            "换一天看；下面是今天的情况。")), model);
                }
                show(scope, then.get(), "", ids.next(), List.of(), model);
                model.addAttribute("offered", List.of());
                model.addAttribute("on", point.on());
                model.addAttribute("known", known);
                model.addAttribute("elsewhen", Days.full(point.on()) + (known.isBlank() ? "" : "，只按当时所知（" + known + "）"));
                yield "duty/why";
            }
            case Outcome.Refused<AsOf>(var reasons) -> {
                response.setStatus(422);
                yield show(scope, seen(scope, instance), "", ids.next(), reasons, model);
            }
        };
    }

    @PostMapping("/said/{kind}")
    String say(
            Scope scope, @PathVariable String instance, @PathVariable String kind, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String day,
            Model model, HttpServletResponse response) {
        Duties.Seen seen = seen(scope, instance);
        Saying.Kind said = Saying.Kind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (saying.say(scope, key, seen, said, words, day(scope, said, day))) {
            case Performed.Done done -> "redirect:" + (said == Saying.Kind.KEPT_ELSEWHERE ? "/" : done.result());
            case Performed.Overtaken _ -> "redirect:/";
            case Performed.Refused refused -> {
                response.setStatus(422);
                yield show(scope, seen, words, key, refused.reasons(), model);
            }
        };
    }

    private String show(Scope scope, Duties.Seen seen, String words, UUID key, List<Reason> reasons, Model model) {
        model.addAttribute("seen", seen);
        model.addAttribute("post", scope.post());
        model.addAttribute("words", words);
        model.addAttribute("key", key);
        model.addAttribute("reasons", reasons);
        model.addAttribute("offered", saying.offered(scope, seen));
        model.addAttribute("today", scope.asOf().on());
        model.addAttribute("on", scope.asOf().on());
        model.addAttribute("known", "");
        model.addAttribute("elsewhen", "");
        return "duty/why";
    }

    /** As it stood at another point; empty where the period had not begun, or nobody was there to do it. */
    private Optional<Duties.Seen> seenAt(Scope scope, AsOf point, String instance) {
        return InstanceKey.parse(instance).filter(key -> !key.period().from().isAfter(point.on())).flatMap(key -> duties.find(scope.at(point), key));
    }

    private Duties.Seen seen(Scope scope, String instance) {
        return InstanceKey.parse(instance).flatMap(key -> duties.find(scope, key))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One tap means today. */
    private static @Nullable LocalDate day(Scope scope, Saying.Kind kind, String day) {
        if (kind != Saying.Kind.KEPT_ELSEWHERE) {
            return null;
        }
        try {
            return day.isBlank() ? scope.asOf().on() : LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
