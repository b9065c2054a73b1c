package cn.yizhen.app.record;

import cn.yizhen.app.access.NeedsRight;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.TokenRight;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Record intake for other systems: the entry form's fields as JSON, its checks and its refusals. */
@Controller
class RecordApi {

    private static final int LONGEST_KEY = 200;
    /** Fields of the entry form another system may send; people are named by their posts, never by name. */
    private static final Set<String> FIELDS = Set.of("unit", "unitCode", "kind", "body", "day", "place", "chairPost", "topic", "present", "due",
            "votingDue", "votingPresent", "hours", "makesUpFor", "heeded", "topics", "decisions");
    private static final List<String> OF_A_DECISION = List.of("item", "about", "category", "amount", "inFavour", "against", "abstained", "leaderLast",
            "recused", "paper", "paperMark");

    /** A kind of record the token's unit may note. */
    record Kind(String kind, String title, @Nullable String body, @Nullable String bodyName) {}

    record Kinds(String unit, String unitCode, List<Kind> kinds) {}

    /** @param repeated whether the same key had noted it before */
    record Noted(String record, boolean repeated) {}

    record Refused(List<Reason> reasons) {}

    private final EntryIntake intake;
    private final EntryPages pages;
    private final Noting noting;
    private final Organisations organisations;

    RecordApi(EntryIntake intake, EntryPages pages, Noting noting, Organisations organisations) {
        this.intake = intake;
        this.pages = pages;
        this.noting = noting;
        this.organisations = organisations;
    }

    @GetMapping("/api/v1/kinds")
    @NeedsRight(TokenRight.NOTE_RECORDS)
    ResponseEntity<Kinds> kinds(Scope scope) {
        Unit unit = intake.unit(scope, EntryForm.empty());
        return ResponseEntity.ok(new Kinds(unit.id().toString(), unit.code(), intake.offered(scope, unit).stream()
                .map(offered -> new Kind(offered.kind().kind(), offered.label(), offered.body() == null ? null : offered.body().id().toString(),
                        offered.body() == null ? null : offered.body().name())).toList()));
    }

    @PostMapping("/api/v1/records")
    @NeedsRight(TokenRight.NOTE_RECORDS)
    ResponseEntity<?> note(Scope token, @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key, @RequestBody Map<String, @Nullable Object> sent) {
        Scope scope = token.under(token.post().post());
        var organisation = organisations.asOf(scope);
        var unreadable = unreadable(key, sent, organisation);
        if (!unreadable.isEmpty()) {
            return refused(unreadable);
        }
        EntryForm form = form(sent, organisation);
        Unit unit = intake.unit(scope, form);
        var offered = intake.offered(scope, form, unit);
        if (offered.isEmpty()) {
            return refused(List.of(Reason.of("kind-unknown", unit.shortName() + "没有“" + form.get("kind") + "”这一类记录可登记。",
                    "请先用 GET /api/v1/kinds 查这个单位可登记的类别。")));
        }
        return switch (intake.check(scope, pages.entry(scope, form, offered.get(), unit))) {
            case EntryIntake.Checked.Wrong(var reasons) -> refused(reasons);
            case EntryIntake.Checked.ToHeed(var warnings) -> refused(Stream.concat(warnings.stream(), Stream.of(Reason.of("not-heeded",
                    "有上面的提醒，还没有人看过。", "请本单位的人看过以后，带上 \"heeded\": true 再送。"))).toList());
            case EntryIntake.Checked.Sound(var content) -> answer(noting.note(scope, UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), content));
        };
    }

    private static ResponseEntity<?> answer(Performed performed) {
        return switch (performed) {
            case Performed.Done(_, var address, var repeated) -> ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(new Noted(address.substring(address.lastIndexOf('/') + 1), repeated));
            case Performed.Refused(var reasons) -> refused(reasons);
            case Performed.Overtaken _ -> ResponseEntity.status(HttpStatus.CONFLICT).body(new Refused(List.of(
                    Reason.of("overtaken", "这条记录刚刚有人改过。", "请重新读取后再送。"))));
        };
    }

    private static ResponseEntity<Refused> refused(List<Reason> reasons) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new Refused(reasons));
    }

    /** Everything that cannot even be read, before anything is checked. */
    private static List<Reason> unreadable(String key, Map<String, @Nullable Object> sent, Organisation organisation) {
        var reasons = new ArrayList<Reason>();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            reasons.add(Reason.of("idempotency-key-missing", "请求头 Idempotency-Key 没有写，或超过 " + LONGEST_KEY + " 个字。",
                    "每条记录用一个自己的编号；没有收到答复就用同一个编号再送，不会重复登记。"));
        }
        var unknown = new TreeSet<>(sent.keySet());
        unknown.removeAll(FIELDS);
        unknown.forEach(name -> reasons.add(Reason.of("field-unknown", "不认识字段“" + name + "”。", "请按 /api/openapi.json 的字段送。")));
        sent.forEach((name, value) -> {
            if (FIELDS.contains(name) && !readable(name, value)) {
                reasons.add(Reason.of("field-unreadable", "字段“" + name + "”的写法不对。", "请按 /api/openapi.json 写明的类型送。"));
            }
        });
        if (sent.get("unitCode") instanceof String code && unit(organisation, code).isEmpty()) {
            reasons.add(Reason.of("unit-unknown", "没有代码为“" + code + "”的单位。", "请核对单位代码，或改用 unit 送单位标识。"));
        }
        if (sent.get("chairPost") instanceof String code && post(organisation, code).isEmpty()) {
            reasons.add(Reason.of("post-unknown", "没有代码为“" + code + "”的岗位。", "请核对岗位代码。"));
        }
        return reasons;
    }

    private static boolean readable(String name, @Nullable Object value) {
        return switch (name) {
            case "topics" -> value == null || value instanceof Collection<?> all && all.stream().allMatch(String.class::isInstance);
            case "decisions" -> value == null || value instanceof Collection<?> all && all.stream()
                    .allMatch(one -> one instanceof Map<?, ?> line && OF_A_DECISION.containsAll(line.keySet()) && line.values().stream().allMatch(RecordApi::plain));
            default -> plain(value);
        };
    }

    private static boolean plain(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static EntryForm form(Map<String, @Nullable Object> sent, Organisation organisation) {
        EntryForm form = EntryForm.empty();
        for (var field : sent.entrySet()) {
            form = switch (field.getKey()) {
                case "unitCode" -> form.with("unit", unit(organisation, String.valueOf(field.getValue())).map(unit -> unit.id().toString()).orElse(""));
                case "chairPost" -> form.with("chair", post(organisation, String.valueOf(field.getValue()))
                        .flatMap(post -> organisation.holders(post.id()).stream().findFirst()).map(held -> held.person().toString()).orElse(""));
                case "topics" -> form.with("topics", strings(field.getValue()));
                case "decisions" -> decisions(form, field.getValue());
                default -> form.with(field.getKey(), text(field.getValue()));
            };
        }
        return form;
    }

    private static EntryForm decisions(EntryForm form, @Nullable Object value) {
        EntryForm filled = form;
        for (var name : OF_A_DECISION) {
            filled = filled.with(name, value instanceof Collection<?> all
                    ? all.stream().map(line -> text(((Map<?, ?>) line).get(name))).toList() : List.of());
        }
        return filled;
    }

    /** As the form spells it: yes and no for what is ticked. */
    private static String text(@Nullable Object value) {
        return value instanceof Boolean ticked ? ticked ? "yes" : "no" : Objects.toString(value, "");
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof Collection<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private static Optional<Unit> unit(Organisation organisation, String code) {
        return organisation.units().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    private static Optional<Post> post(Organisation organisation, String code) {
        return organisation.post(code);
    }
}
