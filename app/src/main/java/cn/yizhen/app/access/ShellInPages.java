package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.web.DatabaseTrouble;
import cn.yizhen.app.web.Modules;
import cn.yizhen.app.web.NavEntry;
import cn.yizhen.app.web.Shell;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Gives every page its shell: who is here, which entries are open to them. */
@ControllerAdvice
class ShellInPages {

    private static final Set<String> WORDS = Set.of("java.util.UUID", "java.lang.Enum", "java.time.Year", "java.time.LocalDate");

    private final Scopes scopes;
    private final HostSettings settings;
    private final List<NavEntry> entries;
    private final Modules modules;
    private final Ids ids;

    ShellInPages(Scopes scopes, HostSettings settings, List<NavEntry> entries, Modules modules, Ids ids) {
        this.scopes = scopes;
        this.settings = settings;
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
        this.modules = modules;
        this.ids = ids;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, @Nullable CsrfToken csrf) {
        var token = csrf == null ? "" : csrf.getToken();
        var path = request.getRequestURI();
        // the page that tells of a lost database must not ask it again: it names whoever was known by then
        var away = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure && DatabaseTrouble.behind(failure).filter(DatabaseTrouble.AWAY::equals).isPresent();
        return (away ? ScopeInRequests.known(request) : ScopeInRequests.current(scopes, request))
                .map(scope -> new Shell(settings.countyName(), settings.demo(), scope.name(),
                        scope.posts().stream().map(HeldPost::label).toList(), open(scope), path, token,
                        scope.posts().isEmpty() ? "" : scope.posts().getFirst().post().toString(), ids.next()))
                .orElseGet(() -> new Shell(settings.countyName(), settings.demo(), null, List.of(), List.of(), path, token, "", ids.next()));
    }

    private List<NavEntry> open(Scope scope) {
        return modules.served(entries).stream()
                .filter(entry -> entry.permission() == null
                        ? scope.person() != null
                        : scope.has(Permission.valueOf(entry.permission())))
                .toList();
    }

    @ExceptionHandler(NotHeld.class)
    void notHeld(HttpServletResponse response) throws java.io.IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** A word that is no identity, day, number or choice, found deep inside: the asker's mistake, not the program's. */
    @ExceptionHandler({IllegalArgumentException.class, DateTimeException.class})
    void unreadable(RuntimeException failure, HttpServletResponse response) throws java.io.IOException {
        if (!saysOfAWord(failure)) {
            throw failure;
        }
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** An ordinary form where a file was expected, or half of one. */
    @ExceptionHandler(MultipartException.class)
    void noFile(MultipartException failure, HttpServletResponse response) throws java.io.IOException {
        var status = failure instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }

    private static boolean saysOfAWord(RuntimeException failure) {
        var trace = failure.getStackTrace();
        return failure instanceof DateTimeException || failure instanceof NumberFormatException
                || trace.length > 0 && WORDS.contains(trace[0].getClassName());
    }
}
