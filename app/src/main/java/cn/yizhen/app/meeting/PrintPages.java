package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.meeting.Seating;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What the organiser prints, and the speaking clock for the room. */
@Controller
public class PrintPages {

    private final Meetings meetings;
    private final MeetingPapers papers;
    private final MeetingKinds kinds;
    private final Organisations organisations;

    PrintPages(Meetings meetings, MeetingPapers papers, MeetingKinds kinds, Organisations organisations) {
        this.meetings = meetings;
        this.papers = papers;
        this.kinds = kinds;
        this.organisations = organisations;
    }

    /** A card that stands on the table, folded in the middle. */
    public record Card(String name, String unit) {}

    /** @param minutes 0 for an item without a time */
    public record Spoken(String title, int minutes) {}

    /** The notice as it would be issued now, before it has a number. */
    @GetMapping("/meetings/{meeting}/notice.docx")
    ResponseEntity<byte[]> notice(Scope scope, @PathVariable UUID meeting) {
        var found = host(scope, meeting);
        return file(FormalLayout.of(papers.notice(found, organisations.asOf(scope), "", scope.asOf().on())));
    }

    @GetMapping("/meetings/{meeting}/seating.docx")
    ResponseEntity<byte[]> seating(Scope scope, @PathVariable UUID meeting) {
        return file(new MeetingPrints(host(scope, meeting), organisations.asOf(scope)).chart());
    }

    @GetMapping("/meetings/{meeting}/signatures.docx")
    ResponseEntity<byte[]> signatures(Scope scope, @PathVariable UUID meeting) {
        return file(new MeetingPrints(host(scope, meeting), organisations.asOf(scope)).signInSheet());
    }

    @GetMapping("/meetings/{meeting}/cards")
    String cards(Scope scope, @PathVariable UUID meeting, Model model) {
        var prints = new MeetingPrints(host(scope, meeting), organisations.asOf(scope));
        model.addAttribute("meeting", prints.meeting());
        model.addAttribute("cards", Seating.ordered(prints.mainVenue(), prints.organisation()).stream()
                .map(seat -> new Card(prints.name(seat), MeetingPapers.unit(seat, prints.organisation()))).toList());
        return "meeting/cards";
    }

    /** Runs in the browser alone: nothing of it is sent or kept. */
    @GetMapping("/meetings/{meeting}/clock")
    String clock(Scope scope, @PathVariable UUID meeting, Model model) {
        var plan = host(scope, meeting).plan();
        var limit = new MeetingLimits(kinds.catalogue(scope)).speech(plan);
        int most = limit.map(MeetingLimits.Most::most).orElse(0);
        var spoken = new ArrayList<Spoken>();
        spoken.add(new Spoken("主要讲话", plan.speech() == 0 ? most : most == 0 ? plan.speech() : Math.min(plan.speech(), most)));
        plan.agenda().forEach(item -> spoken.add(new Spoken(item.title(), item.minutes())));
        model.addAttribute("meeting", meeting);
        model.addAttribute("title", plan.title());
        model.addAttribute("spoken", List.copyOf(spoken));
        model.addAttribute("most", most);
        model.addAttribute("clause", limit.map(MeetingLimits.Most::clause).orElse(""));
        return "meeting/clock";
    }

    private static ResponseEntity<byte[]> file(Document document) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(Word.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(document.title().replaceAll("[\\r\\n/\\\\]", "") + ".docx", StandardCharsets.UTF_8).build().toString())
                .body(Word.write(document));
    }

    /** What is printed names everybody who is asked: for the unit that calls the meeting. */
    private Meeting host(Scope scope, UUID meeting) {
        return meetings.find(scope, meeting).filter(found -> scope.posts().stream().anyMatch(post -> post.unit().equals(found.host())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
