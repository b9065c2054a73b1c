package cn.yizhen.directives;

import static cn.yizhen.directives.VerbClass.*;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws the line between 立项, 常态, 控制 and 阅知 for one clause: what the verb asks, what the object is, and
 * whether a number, a rhythm or a completed state stands with them.
 */
final class Grading {

    /**
     * @param role    what the stretch is for
     * @param lead    the clause opens its sentence or follows 要, so that it is not a trailing effect
     * @param numbers numeric targets of the clause
     * @param cadence rhythm of the clause, or null
     * @param dated   the clause names a day
     */
    record Setting(Role role, boolean lead, List<String> numbers, @Nullable Cadence cadence, boolean dated) {
        boolean measured() {
            return !numbers.isEmpty();
        }
    }

    private static final Pattern ONE_OFF = Pattern.compile(
            "一次|述职评议|专项(?:整治|行动|检查|治理|督查|清理|监督|排查|攻坚)|试点|大(?:排查|走访|讨论|检查|清理|起底)|回头看|百日|攻坚(?:行动|战)|集中(?:整治|清理|排查|攻坚)|换届|周年|普查|拉网式|全覆盖|逐(?:村|户|项|座|级|一|个|人|条|家|点|处|栋|校|企|镇|乡)|全部|公开选拔");
    private static final Pattern RECURS = Pattern.compile("^(?:常态化|定期|轮流|轮值)|定期(?:开展|组织|召开|通报|研究|听取|调度|培训)|常态化开展.{0,24}[、]|制度化开展");
    private static final Pattern NAMED = Pattern.compile("“[^”]{2,30}”|《[^》]{2,60}》");
    private static final Pattern COMPLETED = Pattern.compile(
            "(?:投入使用|投入运营|投用|开工|动工|竣工|投产|达产|通车|开馆|建成|完工|启用|上线|挂牌|封顶|验收|销号|清零|全覆盖|应保尽保|应统尽统|应收尽收|见底|入库|入统|入规|通硬化路|达标|摘牌|脱贫|清仓|办结|结案|通水|通电|通气|落地|足额发放|增长.{0,4}同步|全部(?:安装|完成|转化|整改|建成|落实|清理|拆除|更换|配备).{0,14}|零(?:火点|事故|发生|差错|积压|新增)|[一-龥]{2,}(?<!每|一)(?:过|查|清|排查|检查|梳理|走访|入户|核对|摸排)一遍|(?:工程|项目|改造|建设).{0,14}完成)(?:、[^、]{2,4})?$");
    private static final Pattern REACHED = Pattern.compile("(?:基本|全面|全部|普遍|逐步|初步|有效)(?:完成|形成|建立|建成|消除|解决|实现)$|达到.{2,12}(?:标准|要求|水平)$");
    private static final Pattern MINIMUM = Pattern.compile("至少|不少于|不低于");
    private static final Pattern FLOOR = Pattern.compile("只增不减|不降反增");
    private static final Pattern DIGITS = Pattern.compile("\\d");
    private static final Pattern PROGRAMME = Pattern.compile("(?:行动|工程|计划|项目)$");
    private static final Pattern REDRESSED = Pattern.compile("问题|行为|腐败|案件|违");

    private static final Pattern TOGETHER = Pattern.compile("^坚持.*同.{1,4}、同|^坚持.*一起(?:抓|查|建|管)");
    private static final Pattern FINISHES = Pattern.compile("确保.{0,8}(?:完成|建成).{2,}(?:项目|工程|改造|建设)|确保.{0,4}(?:创成|创建成|获评).{2,}");
    private static final Pattern PAPER = Pattern.compile("(?:方案|报告|专报|清单|台账|意见|纪要|名单|汇编)$");
    private static final Pattern DUTY = Pattern.compile("(?:责任|职责|义务)$");
    private static final Pattern KEPT = Pattern.compile("(?:继续)?坚持(?!以).{3,16}(?<!原则|集中)(?:制度|机制|值班制|例会制)");
    private static final Pattern RHYTHM_KEPT = Pattern.compile("(?:继续)?坚持“[^”]{3,30}”");
    private static final Pattern REGIME = Pattern.compile("(?:管理|监管|办理|检查|试点|值班|备勤|值守|带班|必检|必消)$");
    private static final Pattern RULE = Pattern.compile("规定|条例|准则|细则|制度");
    private static final Pattern ABOUT = Pattern.compile("^对.{2,30}的");

    private static final Pattern PREPOSED = Pattern.compile("将|把|对|与|向");
    private static final Set<String> CARRIERS = Set.of("牵头", "会同", "联合", "统筹", "组织", "督促", "指导", "协助");
    private static final Pattern MAKING = Pattern.compile("制定|制订|编制|出台|起草|修订|拟定|建立");
    private static final Pattern PARTAKING = Pattern.compile("参与|投身|参加");
    private static final Pattern EASING = Pattern.compile("解决|化解|破解");
    private static final Pattern HAZARD = Pattern.compile(".{2,}(?:风险|隐患|矛盾|矛盾纠纷|底线)$");
    private static final Set<String> WARDING = Set.of("化解", "防范", "防范化解", "严防", "兜牢", "兜住兜牢", "兜住");
    private static final Set<String> SMOOTHING = Set.of("优化", "规范", "简化", "创新", "改进", "优化完善");
    private static final Set<String> FOUNDING = Set.of("构建", "探索", "建强");

    private Grading() {}

    /** The grade of a clause, or null where it is for information only. */
    static @Nullable Grade of(Clause clause, Setting setting) {
        if (silent(setting.role()) || Idle.phrase(clause)) {
            return null;
        }
        if (Limits.bound(clause)) {
            return Grade.N;
        }
        if (hard(clause, setting)) {
            return Grade.A;
        }
        if (setting.role() == Role.PRINCIPLE || setting.role() == Role.SITUATION && !clause.is(DELIVER, COMPLETE)) {
            return null;
        }
        return Idle.slogan(clause, setting.lead()) ? null : byVerb(clause);
    }

    private static boolean silent(Role role) {
        return switch (role) {
            case PREFACE, REVIEW, GREETING, CLOSING, PROBLEM, ATTACHMENT -> true;
            case TASK, TARGET, PRINCIPLE, SITUATION -> false;
        };
    }

    /** A number, a date, a rhythm or a completed state makes an ask out of nearly any verb. */
    private static boolean hard(Clause clause, Setting setting) {
        var body = clause.body();
        if (setting.cadence() != null && (!clause.is(ATTITUDE) || RHYTHM_KEPT.matcher(clause.body()).matches())) {
            return true;
        }
        if (setting.measured() && (clause.kind() != null || setting.numbers().stream().anyMatch(n -> DIGITS.matcher(n).find()))) {
            return true;
        }
        if (Idle.SCHEDULES.matcher(body).find() || FLOOR.matcher(body).find() || COMPLETED.matcher(body).find() && !clause.is(ATTITUDE) && !vague(clause)) {
            return true;
        }
        if (setting.role() == Role.TARGET && REACHED.matcher(body).find()) {
            return true;
        }
        if (MINIMUM.matcher(body).find() && clause.is(DELIVER, BUILD, CAMPAIGN)) {
            return true;
        }
        return setting.dated() && body.length() >= 6
                && (clause.is(DELIVER, CAMPAIGN, CONTINUE, COMPLETE, BUILD, REDRESS, EFFECT) || preposed(clause));
    }

    /** 做到底数清、全覆盖 sums up what was asked before. */
    private static boolean vague(Clause clause) {
        return clause.verb().equals("做到") && (clause.object().length() < 7 || clause.object().contains("、"));
    }

    private static boolean preposed(Clause clause) {
        return PREPOSED.matcher(clause.body()).lookingAt() || PREPOSED.matcher(clause.adverbial()).find();
    }

    private static @Nullable Grade byVerb(Clause clause) {
        if (clause.kind() == null) {
            return null;
        }
        if (CARRIERS.contains(clause.verb()) && clause.noun() == ObjectClass.INSTITUTION && MAKING.matcher(clause.object()).find()) {
            return Grade.A;
        }
        return switch (clause.kind()) {
            case DELIVER -> deliver(clause);
            case COMPLETE -> complete(clause);
            case CAMPAIGN -> campaign(clause);
            case ADOPT -> adopt(clause);
            case OBEY -> concrete(clause) ? Grade.B : null;
            case BUILD -> build(clause);
            case CONTINUE -> NamedWork.in(clause.object()) ? Grade.A : concrete(clause) ? Grade.B : null;
            case REDRESS -> clause.noun() != ObjectClass.ABSTRACT || REDRESSED.matcher(clause.body()).find() ? Grade.B : null;
            case ATTITUDE -> attitude(clause);
            case EFFECT -> FINISHES.matcher(clause.body()).matches() || clause.verb().equals("形成") && PAPER.matcher(clause.object()).find() ? Grade.A : null;
            case LIMIT -> Limits.forTheCitizen(clause) ? Grade.B : null;
        };
    }

    /** 拿出方案 asks for a paper, 拿出诚意 for an attitude. */
    private static @Nullable Grade attitude(Clause clause) {
        if (clause.verb().equals("拿出") && clause.noun() == ObjectClass.INSTITUTION) {
            return Grade.A;
        }
        return TOGETHER.matcher(clause.body()).find() || KEPT.matcher(clause.body()).matches() ? Grade.B : null;
    }

    private static @Nullable Grade deliver(Clause clause) {
        return switch (clause.noun()) {
            case ABSTRACT -> NAMED.matcher(clause.object()).find() || clause.verb().equals("明确") && clause.object().length() >= 6 ? Grade.A : null;
            case NONE -> preposed(clause) || clause.adverbial().startsWith("逐") ? Grade.A : null;
            case SYSTEM, WORKFORCE -> clause.verb().startsWith("配") || clause.verb().startsWith("组建") ? Grade.A : Grade.B;
            case INSTITUTION, STRUCTURE, WORK, OTHER -> Grade.A;
        };
    }

    private static @Nullable Grade complete(Clause clause) {
        return switch (clause.noun()) {
            case INSTITUTION -> SMOOTHING.contains(clause.verb()) ? Grade.B : Grade.A;
            case STRUCTURE -> FOUNDING.contains(clause.verb()) || clause.adverbial().startsWith("逐") ? Grade.A : Grade.B;
            case ABSTRACT, NONE -> null;
            case SYSTEM, WORKFORCE, WORK, OTHER -> Grade.B;
        };
    }

    private static @Nullable Grade campaign(Clause clause) {
        var body = clause.body();
        if (clause.noun() == ObjectClass.ABSTRACT && !NAMED.matcher(body).find() || clause.noun() == ObjectClass.NONE) {
            return null;
        }
        if (NAMED.matcher(body).find() || ONE_OFF.matcher(body).find() || RECURS.matcher(body).find()) {
            return Grade.A;
        }
        boolean programme = clause.verb().contains("实施") && PROGRAMME.matcher(clause.object()).find();
        return programme || clause.noun() == ObjectClass.INSTITUTION || clause.noun() == ObjectClass.STRUCTURE ? Grade.A : Grade.B;
    }

    private static @Nullable Grade adopt(Clause clause) {
        if (clause.noun() == ObjectClass.ABSTRACT || clause.noun() == ObjectClass.NONE) {
            return null;
        }
        boolean newRule = clause.verb().endsWith("行")
                && (clause.noun() == ObjectClass.INSTITUTION || NAMED.matcher(clause.object()).find() || REGIME.matcher(clause.object()).find());
        return newRule && clause.noun() != ObjectClass.SYSTEM ? Grade.A : Grade.B;
    }

    private static @Nullable Grade build(Clause clause) {
        return switch (clause.noun()) {
            case WORKFORCE, SYSTEM -> Grade.B;
            case STRUCTURE -> Grade.A;
            case ABSTRACT, NONE -> null;
            case INSTITUTION, WORK, OTHER -> Grade.B;
        };
    }

    private static boolean concrete(Clause clause) {
        return switch (clause.noun()) {
            case NONE -> preposed(clause);
            case ABSTRACT -> clause.verb().equals("负责") || WARDING.contains(clause.verb()) && HAZARD.matcher(clause.object()).matches() || Idle.CALLING.contains(clause.verb()) && PARTAKING.matcher(clause.object()).find() || clause.is(OBEY) && (RULE.matcher(clause.object()).find() || DUTY.matcher(clause.object()).find()) || Idle.TITLE.matcher(clause.object()).find() || ABOUT.matcher(clause.object()).find()
                    || clause.verb().startsWith("发挥") || clause.verb().equals("帮助") && EASING.matcher(clause.object()).find() || clause.verb().equals("深化") && clause.object().endsWith("化");
            case INSTITUTION, STRUCTURE, WORKFORCE, SYSTEM, WORK, OTHER -> true;
        };
    }
}
