package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.organisation.PostId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Meetings one calls or is asked to, and the answers. */
@Controller
public class MeetingPages {

    private static final int MONTHS_BACK = 6;

    private final Meetings meetings;
    private final Replies replies;
    private final MeetingViews views;
    private final Organisations organisations;

    MeetingPages(Meetings meetings, Replies replies, MeetingViews views, Organisations organisations) {
        this.meetings = meetings;
        this.replies = replies;
        this.views = views;
        this.organisations = organisations;
    }

    @Bean
    static NavEntry meetingEntry() {
        return NavEntry.forEveryone("会议", "/meetings", 36);
    }

    /** A meeting in the list. */
    public record Row(Meeting meeting, String host, boolean own) {}

    /**
     * What was typed and not taken, so that nobody types it again.
     *
     * @param number of the notice
     * @param reason why it is cancelled
     */
    public record Typed(String number, String reason) {

        static final Typed NOTHING = new Typed("", "");
    }

    @GetMapping("/meetings")
    String list(Scope scope, Model model) {
        var today = scope.asOf().on();
        var all = rows(scope);
        model.addAttribute("coming", all.stream().filter(row -> !row.meeting().plan().day().isBefore(today)).toList());
        model.addAttribute("past", all.reversed().stream().filter(row -> row.meeting().plan().day().isBefore(today)).toList());
        model.addAttribute("posts", scope.posts());
        return "meeting/list";
    }

    /** By day, the oldest first. */
    List<Row> rows(Scope scope) {
        var organisation = organisations.asOf(scope);
        return meetings.since(scope, scope.asOf().on().minusMonths(MONTHS_BACK)).stream()
                .map(meeting -> new Row(meeting, organisation.unit(meeting.host()).map(unit -> unit.shortName()).orElse(""),
                        scope.posts().stream().anyMatch(post -> post.unit().equals(meeting.host())))).toList();
    }

    @GetMapping("/meetings/{meeting}")
    String show(Scope scope, @PathVariable UUID meeting, @RequestParam(defaultValue = "") String unseated, Model model) {
        model.addAttribute("unseated", unseated);
        return show(scope, find(scope, meeting), List.of(), false, Typed.NOTHING, model);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/notice")
    String tell(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam(defaultValue = "") String number, Model model, HttpServletResponse response) {
        var found = own(scope, meeting);
        return answer(scope, found, meetings.tell(scope, key, found, base, number), new Typed(number.strip(), ""), model, response);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/cancellation")
    String cancel(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        var found = own(scope, meeting);
        return answer(scope, found, meetings.cancel(scope, key, found, base, reason), new Typed("", reason.strip()), model, response);
    }

    @PostMapping("/posts/{post}/meetings/{meeting}/replies")
    String reply(Scope scope, @PathVariable UUID meeting, @RequestParam UUID key, @RequestParam(required = false) @Nullable UUID base,
            @RequestParam(defaultValue = "") String seat, @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "") List<String> substitute,
            Model model, HttpServletResponse response) {
        var found = find(scope, meeting);
        var asked = found.plan().seat(seat).orElseThrow(MeetingPages::notFound);
        var said = answer(answer);
        if (said == null) {
            return answer(scope, found, new Performed.Refused(List.of(Reason.of("reply-missing", "没有选怎么回执。", "选本人参加、委派或者请假。"))), Typed.NOTHING, model, response);
        }
        var named = substitute.stream().filter(one -> one.matches("[0-9a-f-]{36}")).map(PostId::of).toList();
        return answer(scope, found, replies.reply(scope, key, found, asked, base, said, named), Typed.NOTHING, model, response);
    }

    private String answer(Scope scope, Meeting meeting, Performed performed, Typed typed, Model model, HttpServletResponse response) {
        return switch (performed) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused(var reasons) -> {
                response.setStatus(422);
                yield show(scope, meeting, reasons, false, typed, model);
            }
            case Performed.Overtaken _ -> show(scope, find(scope, meeting.id()), List.of(), true, typed, model);
        };
    }

    private String show(Scope scope, Meeting meeting, List<Reason> reasons, boolean overtaken, Typed typed, Model model) {
        model.addAttribute("view", views.of(scope, meeting));
        model.addAttribute("today", scope.asOf().on());
        model.addAttribute("reasons", reasons);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("typed", typed);
        if (!model.containsAttribute("unseated")) {
            model.addAttribute("unseated", "");
        }
        return "meeting/show";
    }

    private static @Nullable Answer answer(String name) {
        for (var answer : Answer.values()) {
            if (answer.name().equals(name)) {
                return answer;
            }
        }
        return null;
    }

    private Meeting find(Scope scope, UUID meeting) {
        return meetings.find(scope, meeting).orElseThrow(MeetingPages::notFound);
    }

    private Meeting own(Scope scope, UUID meeting) {
        return meetings.find(scope, meeting).filter(found -> found.host().equals(scope.post().unit())).orElseThrow(MeetingPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
