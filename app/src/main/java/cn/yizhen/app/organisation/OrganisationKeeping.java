package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.reading.Workbook;
import cn.yizhen.app.organisation.roster.Correction;
import cn.yizhen.app.organisation.roster.Plan;
import cn.yizhen.app.organisation.roster.Planning;
import cn.yizhen.app.organisation.roster.Reorganisation;
import cn.yizhen.app.organisation.roster.RosterWriter;
import cn.yizhen.app.organisation.roster.Undoing;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the organisation: a workbook brought in, a merger, a split, a correction, an erasure. Each is one act or nothing. */
@Component
public class OrganisationKeeping {

    private static final String CHANGES = "/organisation/changes";

    private final Organisations organisations;
    private final OrganisationJournal journal;
    private final PersonNames names;
    private final Acts acts;
    private final Ids ids;

    OrganisationKeeping(Organisations organisations, OrganisationJournal journal, PersonNames names, Acts acts, Ids ids) {
        this.organisations = organisations;
        this.journal = journal;
        this.names = names;
        this.acts = acts;
        this.ids = ids;
    }

    /** What bringing in the workbook would change; nothing is changed. */
    public Plan plan(Scope scope, Workbook workbook) {
        return Planning.of(organisations.named(scope), workbook, ids::next);
    }

    /** The roster of a day as a workbook, to be changed and brought in again. */
    public byte[] roster(Scope scope, LocalDate day) {
        return RosterWriter.write(organisations.named(scope).asOf(AsOf.on(day)));
    }

    /** The newest act on the organisation, which a change names as what it is based on. */
    public Optional<UUID> latest(Scope scope) {
        return acts.latestOn(scope, subject(scope));
    }

    /** Brings the workbook in, with the endings somebody confirmed. */
    public Performed bringIn(Scope scope, UUID key, @Nullable UUID basedOn, Workbook workbook, Set<String> endings) {
        var content = Map.of("endings", endings.stream().sorted().toList(), "sheets", workbook.sheets().size());
        return acts.perform(scope, act(scope, key, "organisation.imported", basedOn, content), writing -> {
            var history = organisations.named(scope);
            var plan = Planning.of(history, workbook, ids::next);
            if (!plan.sound()) {
                return Outcome.refused(Reason.of("roster-faulty", "文件里还有问题没有改好。", "请下载标注了原因的文件，改好后重新上传。"));
            }
            var facts = plan.confirmed(endings);
            if (plan.basis().isEmpty() && endings.stream().anyMatch(ending -> ending.startsWith("charge:"))) {
                return Outcome.refused(Reason.of("charge-ending-paper-missing", "要撤销分工，而“封面”没有写依据文件。", "请在“封面”写上分工文件的标题和文号，重新上传。"));
            }
            var against = Planning.against(history, facts, plan.firstDay());
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
            journal.note(writing, OrganisationJournal.Entry.of("导入截至" + plan.day() + "的机构名册", plan.day(), plan.basis()), facts);
            return Outcome.done("/organisation?on=" + plan.day());
        });
    }

    /** Carries out a merger or a split. */
    public Performed reorganise(Scope scope, UUID key, @Nullable UUID basedOn, Reorganisation reorganisation) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", reorganisation.kind().name());
        content.put("day", reorganisation.day().toString());
        content.put("basis", reorganisation.basis());
        content.put("predecessors", reorganisation.predecessors());
        content.put("successors", reorganisation.successors().stream().map(named -> named.code() + " " + named.name()).toList());
        return acts.perform(scope, act(scope, key, "organisation.reorganised", basedOn, content), writing ->
                reorganisation.plan(organisations.history(scope), ids::next).map((OrganisationHistory facts) -> {
                    var names = reorganisation.successors().stream().map(Reorganisation.Named::name).toList();
                    journal.note(writing, OrganisationJournal.Entry.of(reorganisation.kind().chinese() + "：" + String.join("、", names),
                            reorganisation.day(), reorganisation.basis()), facts);
                    return "/organisation/units/" + facts.units().getFirst().value().id() + "?on=" + reorganisation.day();
                }));
    }

    /** Corrects one fact that was noted wrongly. */
    public Performed correct(Scope scope, UUID key, @Nullable UUID basedOn, Correction correction, String paper) {
        var content = Map.of("fact", correction.fact().toString(), "wish", correction.wish().getClass().getSimpleName(), "reason", correction.reason());
        return acts.perform(scope, act(scope, key, "organisation.corrected", basedOn, content), writing ->
                correction.plan(organisations.named(scope), ids::next).map((OrganisationHistory facts) -> {
                    journal.note(writing, new OrganisationJournal.Entry("更正一条记载", today(scope), paper, correction.reason().strip()), facts);
                    return CHANGES;
                }));
    }

    /** Takes a whole change back. */
    public Performed undo(Scope scope, UUID key, @Nullable UUID basedOn, Undoing undoing, String title) {
        var content = Map.of("undone", undoing.act(), "reason", undoing.reason());
        return acts.perform(scope, act(scope, key, "organisation.undone", basedOn, content), writing ->
                undoing.plan(organisations.named(scope), ids::next).map((OrganisationHistory facts) -> {
                    journal.note(writing, new OrganisationJournal.Entry("作废：" + title, today(scope), "", undoing.reason().strip()), facts);
                    return CHANGES;
                }));
    }

    /** Destroys a person's name for good where the law says so, and leaves a tombstone with the ground. */
    public Performed erase(Scope scope, UUID key, @Nullable UUID basedOn, PersonId person, ErasureGround ground, String paper) {
        var content = Map.of("person", person.toString(), "ground", ground.name(), "paper", paper);
        return acts.perform(scope, act(scope, key, "person.erased", basedOn, content), writing -> {
            var against = erasable(scope, person);
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
            names.erase(writing, person, ground.name(), today(scope));
            journal.note(writing, OrganisationJournal.Entry.of("删除一人的姓名（" + ground.chinese() + "）", today(scope), paper), OrganisationHistory.EMPTY);
            return Outcome.done(CHANGES);
        });
    }

    /** Every reason why the person's name cannot be destroyed now. */
    List<Reason> erasable(Scope scope, PersonId person) {
        var history = organisations.history(scope);
        var now = organisations.asOf(scope);
        var reasons = new ArrayList<Reason>();
        if (history.persons().stream().noneMatch(fact -> fact.value().id().equals(person))) {
            return List.of(Reason.of("person-not-there", "名册里没有这个人。", "请从单位的“记载”页进入。"));
        }
        if (!now.postsOf(person).isEmpty()) {
            reasons.add(Reason.of("person-holds-posts", "这个人现在还担任岗位。", "任职期间姓名是公开的职务信息；先办理免职。"));
        }
        if (!now.membershipsOf(person).isEmpty()) {
            reasons.add(Reason.of("person-belongs", "这个人现在还是班子的成员。", "先写明从哪一天起不再是成员。"));
        }
        if (organisations.names(scope, List.of(person)).getOrDefault(person, "").equals(PersonNames.ERASED)) {
            reasons.add(Reason.of("person-erased", "这个人的姓名已经删除。", "不用再删除。"));
        }
        return reasons;
    }

    private static LocalDate today(Scope scope) {
        return scope.asOf().on();
    }

    static List<PostId> posts(Scope scope) {
        return scope.posts().stream()
                .filter(post -> post.permissions().contains(Permission.KEEP_ORGANISATION))
                .map(HeldPost::post)
                .toList();
    }

    static Act act(Scope scope, UUID key, String kind, @Nullable UUID basedOn, Map<String, ?> content) {
        var post = posts(scope).stream().findFirst().orElse(null);
        return Act.change(key, kind, post, subject(scope), basedOn, content);
    }

    /** The organisation of a county as one thing that is changed by one act at a time. */
    private static UUID subject(Scope scope) {
        return UUID.nameUUIDFromBytes(("organisation:" + scope.county()).getBytes(StandardCharsets.UTF_8));
    }
}
