package cn.yizhen.app.matter;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** How far the calendar is known, and the import of the next notice. */
@Controller
public class CalendarPages {

    private static final int MOST_BYTES = 100_000;

    private final Calendars calendars;
    private final Ids ids;

    CalendarPages(Calendars calendars, Ids ids) {
        this.calendars = calendars;
        this.ids = ids;
    }

    @Bean
    static NavEntry calendarEntry() {
        return new NavEntry("工作日历", "/calendar", 80, Permission.SYSTEM.name());
    }

    @GetMapping("/calendar")
    String page(Scope scope, Model model) {
        return page(scope, model, "", List.of());
    }

    @PostMapping("/calendar")
    String importing(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String text, Model model) {
        requireMay(scope);
        return switch (calendars.importing(scope, key, text)) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> page(scope, model, text, refused.reasons());
            case Performed.Overtaken _ -> throw new IllegalStateException("a notice overtakes nothing");
        };
    }

    /** A notice as a file; what is wrong with it is said beside the text, which can be mended there. */
    @PostMapping("/calendar/file")
    String file(Scope scope, @RequestParam UUID key, @RequestParam MultipartFile file, Model model) throws IOException {
        requireMay(scope);
        if (file.getSize() > MOST_BYTES) {
            return page(scope, model, "", List.of(Reason.of("notice-too-long", "文件超过 100 KB，不像放假安排", "核对是不是选错了文件。")));
        }
        return importing(scope, key, text(file.getBytes()), model);
    }

    @PostMapping("/calendar/local-days")
    String differ(Scope scope, @RequestParam UUID key, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "rest") String kind,
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "false") boolean withdrawn, Model model) {
        requireMay(scope);
        return switch (calendars.differ(scope, key, new LocalDays.Typed(day, kind.equals("work"), name, document, withdrawn))) {
            case Performed.Done done -> "redirect:" + done.result();
            case Performed.Refused refused -> page(scope, model, "", refused.reasons());
            case Performed.Overtaken _ -> throw new IllegalStateException("a local day overtakes nothing");
        };
    }

    /** UTF-8, or what an older editor on Windows writes. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private String page(Scope scope, Model model, String text, List<Reason> reasons) {
        requireMay(scope);
        model.addAttribute("known", calendars.calendar(scope).knownThrough());
        model.addAttribute("imported", calendars.imported(scope));
        model.addAttribute("local", calendars.localDays(scope));
        model.addAttribute("text", text);
        model.addAttribute("key", ids.next());
        model.addAttribute("ids", ids);
        model.addAttribute("reasons", reasons);
        return "matter/calendar";
    }

    private static void requireMay(Scope scope) {
        if (!scope.has(Permission.SYSTEM)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
