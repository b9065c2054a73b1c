package cn.yizhen.app.paper;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.directives.DocumentReader;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts of formal documents and the register of what was issued. */
@Component
public class Papers {

    private final Acts acts;
    private final Transactions transactions;
    private final PaperRows rows;
    private final Institutions institutions;
    private final Organisations organisations;
    private final Ids ids;
    private final Clock clock;
    private final DocumentReader reader = new DocumentReader();

    Papers(Acts acts, Transactions transactions, PaperRows rows, Institutions institutions, Organisations organisations, Ids ids,
            Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.rows = rows;
        this.institutions = institutions;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A draft as it was last saved.
     *
     * @param act     of the last saving, what the next change is based on
     * @param issued  its line in the register, or null
     */
    public record Kept(UUID paper, UnitId unit, PaperDraft draft, String byName, LocalDate savedOn, UUID act, @Nullable IssuedPaper issued) {}

    /** Drafts of the units of the asker's posts that are not issued, the newest first. */
    public List<Kept> drafts(Scope scope) {
        return transactions.reading(scope, sql -> rows.drafts(sql, units(scope)));
    }

    public Optional<Kept> find(Scope scope, UUID paper) {
        return transactions.reading(scope, sql -> rows.find(sql, paper));
    }

    /** One that belongs to the unit of the post acted under. */
    Optional<Kept> own(Scope scope, UUID paper) {
        return find(scope, paper).filter(kept -> kept.unit().equals(scope.post().unit()));
    }

    /** What the units of the asker's posts issued in a year, the newest first. */
    public List<IssuedPaper> register(Scope scope, int year) {
        return transactions.reading(scope, sql -> rows.register(sql, units(scope), year));
    }

    public Optional<IssuedPaper> issued(Scope scope, UUID paper) {
        return transactions.reading(scope, sql -> rows.issued(sql, paper));
    }

    /** The bytes that were issued: the Word file, or its annex. */
    public Optional<byte[]> bytes(Scope scope, UUID paper, boolean workbook) {
        return transactions.reading(scope, sql -> rows.bytes(sql, paper, workbook));
    }

    public YearCount count(Scope scope, UnitId unit, int year) {
        return transactions.reading(scope, sql -> rows.count(sql, unit, year));
    }

    public DraftCheck check(Scope scope, UnitId unit, PaperDraft draft) {
        return DraftCheck.of(draft, new PaperLimits(institutions.rulebook(scope).catalogue(), today()), count(scope, unit, draft.date().orElse(today()).getYear()));
    }

    /** Begins a draft under the one post of the scope. */
    public Performed begin(Scope scope, UUID key, PaperDraft draft) {
        var paper = ids.next();
        return acts.perform(scope, Act.create(key, "paper.drafted", scope.post().post(), paper, Map.of("kind", draft.kind().name())),
                writing -> save(writing, paper, draft));
    }

    /** Saves a further version; what an earlier one said stays. */
    public Performed save(Scope scope, UUID key, Kept before, @Nullable UUID basedOn, PaperDraft draft) {
        return acts.perform(scope, Act.change(key, "paper.drafted", scope.post().post(), before.paper(), basedOn, Map.of("kind", draft.kind().name())),
                writing -> before.issued() != null ? Outcome.refused(alreadyIssued()) : save(writing, before.paper(), draft));
    }

    /** Enters a draft into the register as it was issued, and keeps its bytes. */
    public Performed issue(Scope scope, UUID key, Kept before, @Nullable UUID basedOn, String explanation, PaperSignOff.Typed signed) {
        var act = Act.change(key, "paper.issued", scope.post().post(), before.paper(), basedOn, Map.of("number", before.draft().word("number")));
        return acts.perform(scope, act, writing -> {
            var faults = faults(before);
            faults.addAll(PaperSignOff.ordering(before.draft()));
            var signOff = signOff(scope, before.draft(), signed, faults);
            return faults.isEmpty() ? keep(writing, before, explanation, signOff) : Outcome.refused(faults);
        });
    }

    /** Enters what another module composed, within its act; answers the identity it is kept under. */
    public Outcome<UUID> issue(Writing writing, IssuedPaper.Issue issue) {
        var faults = new ArrayList<>(DocumentNumber.faults(issue.kind(), issue.number(), issue.date()));
        if (issue.date().isAfter(today())) {
            faults.add(notYet());
        }
        if (rows.taken(writing.sql(), issue.unit(), issue.number())) {
            faults.add(taken(issue.number(), DocumentNumber.following(issue.number(), next -> rows.taken(writing.sql(), issue.unit(), next))));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        rows.register(writing, issue, institutions.rulebook(writing.scope()).catalogue().digest());
        return Outcome.done(issue.paper());
    }

    /** Notes how many documents a unit issued in a year that are not in this register; a later number replaces it. */
    public Performed noteElsewhere(Scope scope, UUID key, int year, int documents, String basis) {
        return acts.perform(scope, new Act(key, "paper.counted", scope.post().post(), null, null, Map.of("year", year, "documents", documents)), writing -> {
            if (documents < 0 || documents > 99_999 || year < 2000 || year > today().getYear()) {
                return Outcome.refused(Reason.of("count-unreadable", year + "年" + documents + "件，不像是发文件数。", "核对年份和件数。"));
            }
            if (basis.isBlank()) {
                return Outcome.refused(Reason.of("count-without-basis", "没有写件数从哪里来。", "写一句，如“2025年收发文登记簿”。"));
            }
            rows.noteElsewhere(writing, scope.post().unit(), year, documents, basis.strip());
            return Outcome.done("/papers");
        });
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Outcome<String> save(Writing writing, UUID paper, PaperDraft draft) {
        var all = String.join("\n", draft.word("urgency"), draft.word("mark"), draft.word("title"), draft.word("text"));
        if (draft.word("title").isEmpty()) {
            return Outcome.refused(Reason.of("paper-without-title", "没有写标题。", "写上标题再存。"));
        }
        return reader.pasted(all).map(_ -> {
            rows.save(writing, paper, writing.scope().post().unit(), draft);
            return address(writing.scope(), paper);
        });
    }

    /** What stands against issuing it without a leader's 签批. */
    public List<Reason> signOffNeeded(Scope scope, PaperDraft draft) {
        return PaperSignOff.needed(draft, organisations.asOf(scope).units().stream().flatMap(unit -> Stream.of(unit.name(), unit.shortName())).distinct().toList());
    }

    /** 签批 as typed, or null where none is typed and none is needed; what is wrong with it is added to the faults. */
    private @Nullable PaperSignOff signOff(Scope scope, PaperDraft draft, PaperSignOff.Typed signed, List<Reason> faults) {
        if (signed.empty()) {
            faults.addAll(signOffNeeded(scope, draft));
            return null;
        }
        return switch (signed.read(draft.date().orElse(today()), today())) {
            case Outcome.Done<PaperSignOff>(var read) -> read;
            case Outcome.Refused<PaperSignOff>(var reasons) -> {
                faults.addAll(reasons);
                yield null;
            }
        };
    }

    private Outcome<String> keep(Writing writing, Kept before, String explanation, @Nullable PaperSignOff signOff) {
        var draft = before.draft();
        var word = Word.write(FormalLayout.of(draft.formal()));
        var scope = writing.scope();
        return issue(writing, new IssuedPaper.Issue(before.paper(), before.unit(), draft.kind(), draft.word("number"), draft.word("title"),
                draft.date().orElseThrow(), draft.text().characters(), explanation.strip(), scope.asOf().on(), word, null, signOff))
                .map(paper -> address(scope, paper));
    }

    private static List<Reason> faults(Kept before) {
        var faults = new ArrayList<Reason>();
        if (before.issued() != null) {
            faults.add(alreadyIssued());
        }
        if (before.draft().text().parts().isEmpty()) {
            faults.add(Reason.of("paper-without-text", "没有正文。", "写好正文再登记。"));
        }
        if (before.draft().date().isEmpty()) {
            faults.add(new Reason("paper-without-date", "没有填成文日期。", "GB/T 9704—2012 7.3.5", "填写会议通过或者领导签发的日期。"));
        }
        return faults;
    }

    static String address(Scope scope, UUID paper) {
        return "/posts/" + scope.post().post() + "/papers/" + paper;
    }

    private static List<UnitId> units(Scope scope) {
        return scope.posts().stream().map(post -> post.unit()).distinct().toList();
    }

    private static Reason alreadyIssued() {
        return Reason.of("paper-already-issued", "这份公文已经登记印发，不能再改。", "要改的另行发文更正。");
    }

    private static Reason taken(String number, Optional<String> free) {
        return Reason.of("number-taken", number + "已经登记过。",
                "核对文号；同一文号只能登记一件。" + free.map(next -> "往后还没有用过的是“" + next + "”。").orElse(""));
    }

    private static Reason notYet() {
        return Reason.of("paper-date-ahead", "成文日期还没有到。", "照签发的日期填写。");
    }
}
