package cn.yizhen.app.access;

import cn.yizhen.app.web.NavEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The audit, read one act at a time: never a list by person, never a count. */
@Controller
public class AuditPage {

    private static final JsonMapper READABLE = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One act as it was kept.
     *
     * @param number  place in the order of commits
     * @param content its canonical bytes, set out for reading
     * @param digest  SM3, hexadecimal
     * @param intact  whether the digest still fits the bytes
     */
    public record Shown(long number, String content, String digest, boolean intact) {}

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
    String show(Scope scope, @RequestParam(required = false) @Nullable Long number, Model model) {
        if (!scope.has(Permission.AUDIT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var last = transactions.reading(scope, sql ->
                sql.sql("select coalesce(max(number), 0) from act_order").query(Long.class).single());
        var wanted = number == null ? last : number;
        model.addAttribute("last", last);
        model.addAttribute("wanted", wanted);
        model.addAttribute("act", find(scope, wanted).orElse(null));
        model.addAttribute("fingerprint", heads.fingerprint());
        return "access/audit";
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

    private Optional<Shown> find(Scope scope, long number) {
        return transactions.reading(scope, sql -> sql
                .sql("select o.number, a.content, a.digest from act_order o join act a on a.id = o.act where o.number = ?")
                .param(number)
                .query((row, index) -> {
                    var content = row.getBytes("content");
                    var digest = row.getBytes("digest");
                    return new Shown(row.getLong("number"), readable(content), HexFormat.of().formatHex(digest),
                            Arrays.equals(Sm3.digest(content), digest));
                }).optional());
    }

    private static String readable(byte[] content) {
        return READABLE.writeValueAsString(READABLE.readTree(new String(content, StandardCharsets.UTF_8)));
    }
}
