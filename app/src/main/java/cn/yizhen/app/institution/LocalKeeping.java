package cn.yizhen.app.institution;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.EffectiveDay;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the county's own institutions version by version and adopts them; a version is never changed. */
@Component
public class LocalKeeping {

    private static final int MOST_BYTES = 200_000;
    private static final int LONGEST_PAPER = 80;
    private static final int LONGEST_WHY = 60;

    private final LocalInstitutions rows;
    private final LocalReading reading;
    private final DaysOfUse uses;
    private final Institutions institutions;
    private final Transactions transactions;
    private final Acts acts;

    LocalKeeping(LocalInstitutions rows, LocalReading reading, DaysOfUse uses, Institutions institutions,
            Transactions transactions, Acts acts) {
        this.rows = rows;
        this.reading = reading;
        this.uses = uses;
        this.institutions = institutions;
        this.transactions = transactions;
        this.acts = acts;
    }

    /**
     * One of the county's own as its keeper sees it.
     *
     * @param newest   the version last saved
     * @param versions all of them, the newest first
     * @param adoption the one in force, or null
     * @param checked  what is wrong with the newest version
     * @param latest   the newest act on it, for the next change to be based on
     */
    public record Kept(LocalVersion newest, List<LocalVersion> versions, @Nullable Adoption adoption, LocalReading.Checked checked,
                @Nullable UUID latest) {

        public boolean inForce() {
            return adoption != null && adoption.version().equals(newest.id());
        }
    }

    /** All of the county's own, the newest version of each with its adoption. */
    Map<LocalVersion, Optional<Adoption>> all(Scope scope) {
        return transactions.reading(scope, sql -> {
            var adoptions = rows.adoptions(sql, AsOf.LATEST);
            var all = new LinkedHashMap<LocalVersion, Optional<Adoption>>();
            rows.newest(sql).forEach(version -> all.put(version, Optional.ofNullable(adoptions.get(version.institution()))));
            return all;
        });
    }

    Optional<Kept> find(Scope scope, InstitutionId institution) {
        return transactions.reading(scope, sql -> {
            var versions = rows.versions(sql, institution);
            return versions.isEmpty() ? Optional.empty() : Optional.of(new Kept(versions.getFirst(), versions,
                    rows.adoptions(sql, AsOf.LATEST).get(institution), reading.check(versions.getFirst(), adopted(sql)),
                    acts.latestOn(scope, subject(institution)).orElse(null)));
        });
    }

    /** The newest version of one of the county's own, as an institution; empty while its text cannot be read. */
    public Optional<Institution> draft(Scope scope, InstitutionId institution) {
        return find(scope, institution).flatMap(kept -> kept.checked().institution());
    }

    /** Saves a version, sound or not: nothing typed is lost. */
    Performed save(Scope scope, UUID key, InstitutionId institution, String text, String cases, @Nullable UUID basedOn) {
        var act = new Act(key, "local-institution.saved", scope.post().post(), subject(institution), basedOn,
                Map.of("institution", institution.value()));
        return acts.perform(scope, act, writing -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || cases.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                return Outcome.refused(Reason.of("document-too-long", "正文或案例超过 200 KB", "一份办法写一件事，请分成几份"));
            }
            rows.save(writing, institution, lines(text), lines(cases), by(scope));
            return Outcome.done(address(scope, institution));
        });
    }

    /** Saves a further version in which everything ends on a day; it is adopted like any other, with its paper. */
    Performed retire(Scope scope, UUID key, Kept kept, String lastDay, String why, @Nullable UUID basedOn) {
        var institution = kept.newest().institution();
        var act = new Act(key, "local-institution.saved", scope.post().post(), subject(institution), basedOn,
                Map.of("institution", institution.value(), "last-day", lastDay.strip()));
        return acts.perform(scope, act, writing -> {
            var day = day(lastDay);
            var reasons = new ArrayList<Reason>();
            if (day.isEmpty() || day.get().isBefore(scope.asOf().on())) {
                reasons.add(Reason.of("ends-in-the-past", day.isEmpty() ? "最后一天不是日期" : "最后一天早于今天，已经要求过的不能收回", "选今天或以后的日期"));
            }
            if (why.isBlank() || why.strip().length() > LONGEST_WHY) {
                reasons.add(Reason.of("ends-without-why", why.isBlank() ? "没有写为什么停止" : "原因超过 " + LONGEST_WHY + " 个字", "写一句话，办理的人看得到"));
            }
            var ended = day.map(last -> Retiring.of(kept.newest().text(), last, why.strip())).orElse(kept.newest().text());
            if (reasons.isEmpty() && ended.equals(kept.newest().text())) {
                reasons.add(Reason.of("nothing-to-end", "这一稿里没有还在执行的规定，或者写法认不出来", "在正文每一项规定里自己加一行 ends: { last-day: 2026-12-31, why: 原因 }"));
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(List.copyOf(reasons));
            }
            rows.save(writing, institution, ended, kept.newest().cases(), by(scope));
            return Outcome.done(address(scope, institution));
        });
    }

    /** Adopts the newest version with its paper, from a day on. */
    Performed adopt(Scope scope, UUID key, Kept kept, String paper, String from, @Nullable UUID basedOn) {
        var institution = kept.newest().institution();
        var act = new Act(key, "local-institution.adopted", scope.post().post(), subject(institution), basedOn,
                Map.of("institution", institution.value(), "version", kept.newest().id().toString(), "paper", paper.strip(), "from", from.strip()));
        return acts.perform(scope, act, writing -> {
            var day = day(from);
            var reasons = refusals(scope, kept, paper.strip(), day);
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            rows.adopt(writing, new Adoption(institution, kept.newest().id(), paper.strip(), day.orElseThrow(), by(scope), scope.asOf().on()));
            if (institutions.rulebook(scope).inUseSince(institution).filter(since -> !since.isAfter(day.orElseThrow())).isEmpty()) {
                uses.add(writing, institution, day.orElseThrow());
            }
            return Outcome.done("/institutions/" + institution);
        });
    }

    private List<Reason> refusals(Scope scope, Kept kept, String paper, Optional<LocalDate> day) {
        var reasons = new ArrayList<Reason>();
        if (!kept.checked().sound()) {
            reasons.add(Reason.of("document-unsound", "正文或案例还有 " + kept.checked().problems().size() + " 处问题", "按上面列出的位置改正、保存后再采用"));
        }
        if (kept.inForce()) {
            reasons.add(Reason.of("version-adopted-already", "这一稿已经采用", "要改的，先保存新的一稿"));
        }
        if (paper.isEmpty() || paper.length() > LONGEST_PAPER) {
            reasons.add(Reason.of("adoption-without-paper", paper.isEmpty() ? "没有写依据的文件" : "依据文件超过 " + LONGEST_PAPER + " 个字",
                    "填写县里文件的名称和文号"));
        }
        if (day.isEmpty() || day.get().isBefore(scope.asOf().on())) {
            reasons.add(Reason.of("effect-in-the-past", day.isEmpty() ? "施行日不是日期" : "施行日早于今天，会要求补以前的记录", "请选今天或以后的日期"));
        } else {
            var inForce = institutions.rulebook(scope).catalogue().institution(kept.newest().institution());
            kept.checked().institution().ifPresent(after -> reasons.addAll(EffectiveDay.refusals(inForce, after, day.get())));
        }
        return reasons;
    }

    private List<LocalVersion> adopted(JdbcClient sql) {
        return rows.adoptions(sql, AsOf.LATEST).values().stream().flatMap(it -> rows.version(sql, it.version()).stream()).toList();
    }

    static String address(Scope scope, InstitutionId institution) {
        return "/posts/" + scope.post().post() + "/local-institutions/" + institution;
    }

    private static String by(Scope scope) {
        return scope.post().label() + scope.name();
    }

    private static UUID subject(InstitutionId institution) {
        return UUID.nameUUIDFromBytes(("local-institution:" + institution).getBytes(StandardCharsets.UTF_8));
    }

    /** A browser sends CR LF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
