package cn.yizhen.directives;

import static cn.yizhen.directives.VerbClass.*;

import java.util.List;
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
     */
    record Setting(Role role, boolean lead, List<String> numbers, @Nullable Cadence cadence, boolean dated) {
        boolean measured() {
            return !numbers.isEmpty();
        }
    }

    private static final Pattern OWN_LOAD = Pattern.compile(
            "文件|发文|会议|开会|会期|时长|讲话|经费|支出|三公|“三公”|接待|督查|检查|考核|评比|表彰|奖励|报表|报送|填报|填表|台账|台帐|编制|人员|岗位|参会|陪会|频次|责任状|责任书|留痕|层层|加码|摊派|APP|程序|平台|工作群|公众号|挂牌|牌子|楼堂馆所|债务|公车|用车|差旅|培训费|庆典|论坛|节会|晚会|津贴|补贴|礼品|吃喝|旅游|打卡|排名|调研|视频|简报|材料|数据|借调|抽调|事项|收费|罚款|办公|标准|擅自|离岗|印发|转发|层级|次数|规模|大拆大建|政策|总量|数量|招商|发放|干部|领导|部门|单位|一般性|预算");
    private static final Pattern PRIVATE_CONDUCT = Pattern.compile("秸秆|焚烧|燃放|采砂|采矿|捕捞|盗伐|乱搭|乱建|违建|酒驾|私搭|野外用火|排污|偷排|破坏|非法|发生|不良|大操大办|辍学|返贫|事故|风险|反弹|污染|侵占|损害|流于形式|走过场|形式主义");
    private static final Pattern BAN = Pattern.compile(
            "严禁|不得|禁止|不准|一律不|原则上不|不超过|不得超过|不允许|只减不增|只降不升|零增长|一律(?:取消|停止)|(?:会议|文件|活动|检查|事项).{0,8}不(?:开|发|办|搞|批)|控制在.{1,20}(?:以内|之内|以下)|(?:压减|压缩|精简|减少|下降|削减).{0,12}(?:\\d|[一二三四五六七八九十]成|分之)");
    private static final Pattern FLOOR = Pattern.compile("只增不减|不低于|不少于");
    private static final Pattern ONE_OFF = Pattern.compile(
            "一次|专项(?:整治|行动|检查|治理|督查|清理|监督|排查|攻坚)|试点|大(?:排查|走访|讨论|检查|清理|起底)|回头看|百日|攻坚(?:行动|战)|集中(?:整治|清理|排查|攻坚)|换届|周年|普查|拉网式|全覆盖|逐(?:村|户|项|座|级|一|个|人|条)|全部|公开选拔");
    private static final Pattern RECURS = Pattern.compile("^(?:常态化|定期|轮流|轮值)|定期(?:开展|组织|召开|通报|研究|听取|调度|培训)|常态化开展.{0,24}[、]|制度化开展");
    private static final Pattern NAMED = Pattern.compile("“[^”]{2,30}”|《[^》]{2,60}》");
    private static final Pattern COMPLETED = Pattern.compile(
            "(?:投入使用|投入运营|投用|开工|动工|竣工|投产|达产|通车|开馆|建成|完工|启用|上线|挂牌|封顶|验收|销号|清零|全覆盖|应保尽保|应统尽统|应收尽收|见底|入库|入统|入规|通硬化路|达标|摘牌|脱贫|清仓|办结|结案|通水|通电|通气)$");
    private static final Pattern TARGET_WORDS = Pattern.compile(
            "增长|达到?|突破|提高|提升|实现|完成|新增|超过|不低于|不少于|稳定在|保持在|控制在|以上|以内|下降|降低|压减|压缩|覆盖|争取|到位|翻番|累计|投资|收入|产值|面积|产量|建设|培育|改造|举办|设立|安排|每年|每村|每个");
    private static final Pattern CONSTRUCTION = Pattern.compile("(?:建设|改造|迁建|扩建|新建|续建|改扩建|提升|进度|前期|编制|升级)(?:进度|工作|任务|项目)?$");
    private static final Pattern PROGRAMME = Pattern.compile("(?:行动|工程|计划|项目)$");
    private static final Pattern MASS = Pattern.compile("^(?:广大|各级|全体|全县|全市|全镇|党员|干部|群众|大家|青年|人民).{0,8}(?:党员|干部|群众|青年|职工|妇女|人民|同志|党组织)?");
    private static final Pattern NOMINAL_BAR = Pattern.compile("率先|一流|新");

    private Grading() {}

    /** The grade of a clause, or null where it is for information only. */
    static @Nullable Grade of(Clause clause, Setting setting) {
        if (silent(setting.role()) || clause.body().length() < 4) {
            return null;
        }
        if (limits(clause, setting)) {
            return Grade.N;
        }
        if (hard(clause, setting)) {
            return Grade.A;
        }
        if (setting.role() == Role.PRINCIPLE || setting.role() == Role.SITUATION && !clause.is(DELIVER, COMPLETE)) {
            return null;
        }
        if (clause.is(CAMPAIGN, BUILD) && clause.noun() == ObjectClass.OTHER && setting.role() == Role.TARGET) {
            return null;
        }
        var grade = byVerb(clause, setting);
        return grade == Grade.B && idle(clause) ? null : grade;
    }

    private static boolean silent(Role role) {
        return switch (role) {
            case REVIEW, GREETING, CLOSING, PROBLEM, ATTACHMENT -> true;
            case TASK, TARGET, PRINCIPLE, SITUATION -> false;
        };
    }

    private static boolean limits(Clause clause, Setting setting) {
        var body = clause.body();
        boolean ban = BAN.matcher(body).find();
        if (!ban && !clause.is(LIMIT) || FLOOR.matcher(body).find() || PRIVATE_CONDUCT.matcher(body).find()) {
            return false;
        }
        boolean own = OWN_LOAD.matcher(body).find();
        if (ban) {
            return own || clause.is(LIMIT) && body.length() > 5 && !clause.verb().equals("防止");
        }
        return own && !clause.verb().equals("防止") && !clause.verb().equals("避免") && !clause.verb().equals("减轻");
    }

    /** A number, a date, a rhythm or a completed state makes an ask out of nearly any verb. */
    private static boolean hard(Clause clause, Setting setting) {
        var body = clause.body();
        if (setting.cadence() != null && !clause.is(ATTITUDE)) {
            return true;
        }
        if (setting.measured() && (clause.kind() != null || TARGET_WORDS.matcher(body).find() || setting.role() == Role.TARGET)) {
            return true;
        }
        if (COMPLETED.matcher(body).find() && !clause.is(ATTITUDE)) {
            return true;
        }
        return setting.dated() && clause.is(DELIVER, CAMPAIGN, CONTINUE, COMPLETE, BUILD, REDRESS, EFFECT) && body.length() >= 6;
    }

    private static @Nullable Grade byVerb(Clause clause, Setting setting) {
        if (clause.kind() == null) {
            return null;
        }
        return switch (clause.kind()) {
            case DELIVER -> deliver(clause);
            case COMPLETE -> complete(clause);
            case CAMPAIGN -> campaign(clause);
            case ADOPT -> adopt(clause);
            case OBEY -> concrete(clause) ? Grade.B : null;
            case BUILD -> build(clause);
            case CONTINUE -> keepAt(clause, setting);
            case REDRESS -> REDRESSED.matcher(clause.body()).find() || clause.body().length() >= 6 ? Grade.B : null;
            case LIMIT, EFFECT, ATTITUDE -> null;
        };
    }

    private static final Pattern REDRESSED = Pattern.compile("问题|行为|腐败|案件|违");

    private static @Nullable Grade deliver(Clause clause) {
        return switch (clause.noun()) {
            case ABSTRACT -> NAMED.matcher(clause.object()).find() ? Grade.A : null;
            case SYSTEM, WORKFORCE -> clause.verb().startsWith("配") || clause.verb().startsWith("组建") ? Grade.A : Grade.B;
            default -> Grade.A;
        };
    }

    private static @Nullable Grade complete(Clause clause) {
        return switch (clause.noun()) {
            case INSTITUTION -> clause.verb().matches("优化|规范|简化|创新|改进|改善|优化完善") ? Grade.B : Grade.A;
            case STRUCTURE -> clause.verb().matches("构建|探索|建强") ? Grade.A : Grade.B;
            case ABSTRACT, NONE -> null;
            case SYSTEM, WORKFORCE, WORK, OTHER -> Grade.B;
        };
    }

    private static @Nullable Grade campaign(Clause clause) {
        var body = clause.body();
        if (clause.noun() == ObjectClass.ABSTRACT || clause.noun() == ObjectClass.NONE) {
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
        boolean newRule = clause.verb().matches(".*(?:行)$")
                && (clause.noun() == ObjectClass.INSTITUTION || NAMED.matcher(clause.object()).find());
        return newRule ? Grade.A : Grade.B;
    }

    private static @Nullable Grade build(Clause clause) {
        return switch (clause.noun()) {
            case WORKFORCE, SYSTEM -> Grade.B;
            case STRUCTURE -> Grade.A;
            case ABSTRACT, NONE -> null;
            case INSTITUTION, WORK, OTHER -> Grade.B;
        };
    }

    private static @Nullable Grade keepAt(Clause clause, Setting setting) {
        var object = clause.object();
        if (namedWork(object)) {
            return Grade.A;
        }
        return concrete(clause) ? Grade.B : null;
    }

    /** 推进 × × 中心建设: the thing being built is named, so it is there one day or it is not. */
    private static boolean namedWork(String object) {
        var construction = CONSTRUCTION.matcher(object);
        if (!construction.find() || construction.start() == 0) {
            return false;
        }
        var thing = object.substring(0, construction.start());
        return Words.classOfObject(thing) == ObjectClass.STRUCTURE && thing.length() >= 4
                && !thing.matches(".*(?:党组织|组织|机构|阵地|村|镇|乡村|社区|设施|网格|党支部|市场|商会|协会|社|路线|标准化手册|系统)$")
                || NAMED.matcher(thing).find() && thing.matches(".*(?:阵地|馆|中心|基地|平台|项目|工程|园)$");
    }

    private static boolean concrete(Clause clause) {
        if (clause.noun() == ObjectClass.NONE) {
            return false;
        }
        return clause.noun() != ObjectClass.ABSTRACT || NAMED.matcher(clause.object()).find();
    }

    /** Slogans: four-character phrases and calls on everybody. */
    private static boolean idle(Clause clause) {
        return clause.body().length() <= 5 || MASS.matcher(clause.object()).lookingAt() && clause.noun() == ObjectClass.ABSTRACT;
    }
}
