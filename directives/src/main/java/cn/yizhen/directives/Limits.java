package cn.yizhen.directives;

import static cn.yizhen.directives.VerbClass.LIMIT;

import java.util.regex.Pattern;

/** 总量控制: a limit or reduction of the government's own conduct, spending or load; not of anybody else's. */
final class Limits {

    private static final Pattern OWN_LOAD = Pattern.compile(
            "文件|发文|发言|会议|开会|会期|时长|讲话|经费|支出|三公|接待|督查|检查|考核|评比|表彰|奖励|报表|报送|填报|填表|台账|台帐|编制|岗位|参会|陪会|频次|责任状|责任书|留痕|层层|加码|摊派|APP|程序|平台|工作群|公众号|挂牌|牌子|楼堂馆所|债务|公车|用车|差旅|培训费|庆典|论坛|节会|晚会|津贴|补贴|礼品|吃喝|旅游|打卡|排名|调研|视频|简报|材料|数据|借调|抽调|事项|收费|罚款|办公(?!室)|招待|进校园|的会|的文|通知|陪同|以罚代管|多头|重复检查|层层陪同|饮酒|打牌|擅自|离岗|印发|转发|层级|次数|规模|大拆大建|政策|总量|数量|招商|发放|形象工程|面子工程|政绩工程|派活|派任务|照片|一般性|预算|人员编制");
    private static final Pattern OTHERS_CONDUCT = Pattern.compile(
            "秸秆|焚烧|燃放|采砂|采矿|捕捞|盗伐|乱搭|乱建|违建|酒驾|私搭|野外用火|排污|偷排|破坏|非法|发生|不良|大操大办|辍学|返贫|事故|风险|反弹|污染|侵占|损害|直排|流于形式|走过场|形式主义|虚化|弱化|两张皮");
    private static final Pattern BAN = Pattern.compile(
            "严禁|不再(?!是|会|发生|出现|犯)|不搞|不要求|不层层|不随意|少开会|少发文|不要.{0,4}(?:写|报|搞|派|发)|(?<![容来等慢拖闯])不得|禁止|不准|一律不|原则上不|不超过|不得超过|不允许|不许|不让|能.{1,10}的.{0,6}(?:不(?:开|发|搞|报|填)|合并|少开|少发)|一年只|每年只|只减不增|只降不升|零增长|一律(?:取消|停止)|(?:会议|文件|活动|检查|事项).{0,8}不(?:再)?(?:开|发|办|搞|批)|控制在.{1,20}(?:以内|之内|以下)|(?:压减|压缩|精简|减少|下降|削减).{0,12}(?:\\d|[一二三四五六七八九十]成|分之|一半|过半)");
    private static final Pattern FLOOR = Pattern.compile("只增不减|不低于|不少于");
    private static final Pattern CUT = Pattern.compile("精简|压减|压缩|减少");
    private static final Pattern FOR_THE_CITIZEN = Pattern.compile("审批时限|办理时限|审批环节|申请材料|办事|跑动|证明|能耗|排放|成本|税费|发病率|死亡");

    private static final Pattern FORBIDS = Pattern.compile("只减不增|只降不升|零增长|(?<![容来等慢拖闯])不得(?!超过|低于|少于)|一律不|原则上不|不准|不许");

    private Limits() {}

    /** 压缩审批时限, 减少跑动次数: a service to be bettered, not a load of the government's own. */
    static boolean forTheCitizen(Clause clause) {
        return FOR_THE_CITIZEN.matcher(clause.body()).find() && CUT.matcher(clause.body()).find();
    }

    static boolean bound(Clause clause) {
        var body = clause.body();
        boolean ban = BAN.matcher(body).find();
        if (!ban && !clause.is(LIMIT) || FLOOR.matcher(body).find() && !CUT.matcher(body).find() || OTHERS_CONDUCT.matcher(body).find()
                || FOR_THE_CITIZEN.matcher(body).find() || !ban && body.startsWith("以")) {
            return false;
        }
        boolean own = OWN_LOAD.matcher(body).find();
        return own || ban && body.length() > 5 && (clause.is(LIMIT) || FORBIDS.matcher(body).find());
    }
}
