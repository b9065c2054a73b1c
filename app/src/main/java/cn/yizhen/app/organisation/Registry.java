package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What units note about themselves: particulars that rules turn on, and their own accounts and work groups. */
@Component
public class Registry {

    private static final long NOT_YET = 1;
    private static final int LONGEST = 60;
    private static final int MOST_MEMBERS = 10_000;

    private final Organisations organisations;
    private final Acts acts;
    private final Ids ids;

    Registry(Organisations organisations, Acts acts, Ids ids) {
        this.organisations = organisations;
        this.acts = acts;
        this.ids = ids;
    }

    /** The post to note under for a unit: one of its own, of the house it stands in, or one that enters for those below. */
    Optional<HeldPost> postFor(Scope scope, UnitId unit) {
        Organisation organisation = organisations.asOf(scope);
        return scope.posts().stream().filter(post -> mayNote(organisation, post, unit)).findFirst();
    }

    /** Sets a particular, or takes it away where the value is empty. */
    Performed set(Scope scope, UUID key, Particular wanted) {
        return acts.perform(scope, act(scope, key, "register.noted", wanted.unit(), Map.of("sort", wanted.sort().word(), "value", wanted.value())),
                writing -> {
            List<Reason> faults = faults(scope, wanted);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            var facts = replacing(organisations.history(scope).particulars(), scope.asOf().on(),
                    known -> known.unit().equals(wanted.unit()) && known.sort() == wanted.sort());
            if (!wanted.value().isEmpty()) {
                facts.add(Fact.noted(ids.next(), wanted, Valid.from(scope.asOf().on()), NOT_YET));
            }
            Tables.PARTICULARS.insert(writing, facts);
            return Outcome.done(address(wanted.unit()));
        });
    }

    /** Registers an own channel, or replaces what was registered under its id. */
    Performed register(Scope scope, UUID key, Channel channel) {
        return acts.perform(scope, act(scope, key, "channel.registered", channel.unit(), Map.of("name", channel.name())), writing -> {
            List<Reason> faults = faults(scope, channel);
            return faults.isEmpty() ? note(writing, channel, true) : Outcome.refused(faults);
        });
    }

    /** An account is closed, a group dissolved: from today on it is not there. */
    Performed end(Scope scope, UUID key, Channel channel) {
        return acts.perform(scope, act(scope, key, "channel.ended", channel.unit(), Map.of("name", channel.name())),
                writing -> note(writing, channel, false));
    }

    private Outcome<String> note(Writing writing, Channel channel, boolean stands) {
        LocalDate today = writing.scope().asOf().on();
        var facts = replacing(organisations.history(writing.scope()).channels(), today, known -> known.id().equals(channel.id()));
        if (stands) {
            facts.add(Fact.noted(ids.next(), channel, Valid.from(today), NOT_YET));
        }
        Tables.CHANNELS.insert(writing, facts);
        return Outcome.done(address(channel.unit()));
    }

    /** Endings, on the day, of what stands and is meant. */
    private <T> List<Fact<T>> replacing(List<Fact<T>> facts, LocalDate day, Predicate<T> which) {
        List<Fact<T>> endings = new ArrayList<>();
        OrganisationHistory.standing(facts, AsOf.LATEST).stream()
                .filter(fact -> which.test(fact.value()) && fact.valid().contains(day))
                .forEach(fact -> endings.add(new Fact<>(ids.next(), fact.value(), fact.valid().endingOn(day), NOT_YET, fact.id())));
        return endings;
    }

    private List<Reason> faults(Scope scope, Particular wanted) {
        if (wanted.value().isEmpty()) {
            return List.of();
        }
        return switch (wanted.sort()) {
            case TERM_BEGAN -> wanted.day().filter(day -> !day.isAfter(scope.asOf().on())).isPresent() ? List.of()
                    : List.of(Reason.of("term-day", "本届起始日“" + wanted.value() + "”不是已经过去的日期。", "填换届选举那一天；还没有选的，选完再填。"));
            case PARTY_MEMBERS -> wanted.value().matches("\\d{1,5}") && wanted.number() <= MOST_MEMBERS ? List.of()
                    : List.of(Reason.of("members-number", "“" + wanted.value() + "”不是人数。", "填 0 或更大的整数，只数正式党员。"));
            case JOINT_BRANCH -> organisations.asOf(scope).unit(wanted.value()).map(Unit::kind).filter(UnitKind.BRANCH::equals).isPresent()
                    ? List.of() : List.of(Reason.of("no-such-branch", "没有编码为“" + wanted.value() + "”的党支部。", "在机构页面查到那个支部，照抄它的编码。"));
        };
    }

    private List<Reason> faults(Scope scope, Channel channel) {
        List<Reason> faults = new ArrayList<>();
        if (channel.name().isBlank() || channel.name().length() > LONGEST) {
            faults.add(Reason.of("channel-name", "名称要有1至" + LONGEST + "字。", "写大家叫它的名字。"));
        }
        if (channel.purpose().isBlank() || channel.purpose().length() > LONGEST) {
            faults.add(Reason.of("channel-purpose", "用途要有1至" + LONGEST + "字。", "写一句做什么用的；不写成员，不抄内容。"));
        }
        if (channel.kind().published() && channel.freshDays() == 0) {
            faults.add(Reason.of("channel-interval", "没有写至少几天更新一次，或者写的不是天数。", "写 1 到 999 的整数，照主管单位的要求写；要求变了可以再改。"));
        }
        if (channel.kind().published() && channel.reviewer() == null) {
            faults.add(Reason.of("channel-reviewer", "对外发布的没有写谁审核。", "从本单位的岗位里选一个，发布以前由他看一遍。"));
        }
        if (channel.dissolveBy() != null && channel.dissolveBy().isBefore(scope.asOf().on())) {
            faults.add(Reason.of("dissolve-past", "解散日期已经过去。", "填今天或者以后的日期；已经解散的，点“已解散”。"));
        }
        Organisation organisation = organisations.asOf(scope);
        if (organisation.post(channel.owner()).filter(post -> post.unit().equals(channel.unit())).isEmpty()) {
            faults.add(Reason.of("channel-owner", "负责的岗位不在本单位。", "从本单位的岗位里选一个。"));
        }
        return faults;
    }

    private static boolean mayNote(Organisation organisation, HeldPost post, UnitId unit) {
        return post.unit().equals(unit)
                || organisation.unit(unit).map(Unit::parent).filter(post.unit()::equals).isPresent()
                || post.permissions().contains(Permission.ENTER_FOR_BELOW)
                        && post.roots().stream().anyMatch(root -> organisation.reaches(root, unit));
    }

    private static Act act(Scope scope, UUID key, String kind, UnitId unit, Map<String, ?> content) {
        var told = new LinkedHashMap<String, Object>(content);
        told.put("unit", unit.toString());
        return new Act(key, kind, scope.post().post(), null, null, told);
    }

    private static String address(UnitId unit) {
        return "/register?unit=" + unit;
    }
}
