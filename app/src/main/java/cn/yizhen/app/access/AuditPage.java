package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import cn.yizhen.rules.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The audit, read one act at a time and looked up by day and kind: never a list by person, never a count.
 * It is read by a system actor and handed on without what the county's work says; the row policies show
 * nobody but that actor another account's acts.
 */
@Controller
public class AuditPage {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LISTED = 300;

    /**
     * One act.
     *
     * @param number place in the order of commits
     * @param lines  what it says, without county business
     * @param digest SM3, hexadecimal
     * @param intact whether the digest still fits the bytes
     */
    public record Shown(long number, List<AuditedAct.Line> lines, String digest, boolean intact) {}

    /** An act in the list of a day: when and what, not whose. */
    public record Listed(long number, LocalTime at, String called) {}

    private final Transactions transactions;
    private final HeadKeeping heads;

    AuditPage(Transactions transactions, HeadKeeping heads) {
        this.transactions = transactions;
        this.heads = heads;
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry("审计", "/audit", 95, Permission.AUDIT.name());
    }

    @GetMapping("/audit")
    String show(
            Scope scope, @RequestParam(name = "number", defaultValue = "") String typed, @RequestParam(name = "day", defaultValue = "") String typedDay,
            @RequestParam(defaultValue = "") String kind, HttpServletResponse response, Model model) {
        if (!scope.has(Permission.AUDIT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var reasons = new ArrayList<Reason>();
        var number = read(typed, Long::valueOf, reasons,
                Reason.of("number", "“编号”里写的“" + shortened(typed) + "”不是编号。", "请写数字，如 128；现在显示的是最近一条。"));
        var day = read(typedDay, LocalDate::parse, reasons,
                Reason.of("day", "“日期”里写的“" + shortened(typedDay) + "”不是日期。", "请从日历里选，或写成 2026-11-23 这样。"));
        if (!reasons.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("reasons", List.copyOf(reasons));
        var reader = Scope.system(scope.county(), "审计管理员逐条查看", scope.asOf());
        var last = transactions.reading(reader, sql ->
                sql.sql("select coalesce(max(number), 0) from act_order").query(Long.class).single());
        var asked = day == null ? scope.asOf().on() : day;
        model.addAttribute("last", last);
        model.addAttribute("wanted", number == null ? last : number);
        model.addAttribute("act", day == null ? find(reader, number == null ? last : number).orElse(null) : null);
        model.addAttribute("day", asked);
        model.addAttribute("kind", kind);
        model.addAttribute("groups", AuditedAct.groups().entrySet().stream().sorted(Map.Entry.comparingByValue()).toList());
        model.addAttribute("listed", day == null ? null : ofDay(reader, asked, kind));
        model.addAttribute("fingerprint", heads.fingerprint());
        return "access/audit";
    }

    /** What was typed; null when nothing was, or when it cannot be read, which is then among the reasons. */
    private static <T> @Nullable T read(String typed, Function<String, T> reader, List<Reason> reasons, Reason otherwise) {
        try {
            return typed.isBlank() ? null : reader.apply(typed.strip());
        } catch (NumberFormatException | DateTimeException e) {
            reasons.add(otherwise);
            return null;
        }
    }

    private static String shortened(String typed) {
        return typed.length() > 20 ? typed.substring(0, 20) + "…" : typed;
    }

    /** The signed end of the chain, to be kept where nobody who runs the machine can reach it. */
    @GetMapping("/audit/head")
    ResponseEntity<byte[]> head(Scope scope) {
        if (!scope.has(Permission.AUDIT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var head = heads.now(scope).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"head-" + head.number() + ".jsonl\"")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body((head.line() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<Listed> ofDay(Scope reader, LocalDate day, String group) {
        return transactions.reading(reader, sql -> sql.sql("""
                select o.number, a.at, a.kind from act_order o join act a on a.id = o.act
                where a.at >= :from and a.at < :until and (:group = '' or split_part(a.kind, '.', 1) = :group or :group = 'export' and a.kind like '%.exported')
                order by o.number desc limit :most
                """)
                .param("from", start(day)).param("until", start(day.plusDays(1))).param("group", group).param("most", LISTED)
                .query((row, _) -> new Listed(row.getLong(1), row.getTimestamp(2).toInstant().atZone(SHANGHAI).toLocalTime().withNano(0),
                        AuditedAct.called(row.getString(3)))).list());
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(SHANGHAI).toInstant());
    }

    private Optional<Shown> find(Scope reader, long number) {
        return transactions.reading(reader, sql -> sql
                .sql("select o.number, a.content, a.digest from act_order o join act a on a.id = o.act where o.number = ?")
                .param(number)
                .query((row, _) -> {
                    var content = row.getBytes("content");
                    var digest = row.getBytes("digest");
                    return new Shown(row.getLong("number"), AuditedAct.lines(new String(content, StandardCharsets.UTF_8)),
                            HexFormat.of().formatHex(digest), Arrays.equals(Sm3.digest(content), digest));
                }).optional());
    }
}
