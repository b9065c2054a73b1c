package cn.yizhen.directives;

import cn.yizhen.directives.Outline.Placed;
import java.util.regex.Pattern;

/** Tells by a sentence's own words that it looks back, greets, closes or explains, whatever stands above it. */
final class Tone {

    private static final Pattern GREETING = Pattern.compile(
            "^(?:尊敬的)?(?:同志们|各位代表|各位领导|各位委员|朋友们|大家好).{0,8}[：:！!。]?$|^刚才|^下面[，,]?|^(?:今天|这次|本次|刚刚)(?:我们)?(?:在这里)?(?:会议|召开|大会|全会|会上)|^(?:各位|同志们).{0,30}(?:讲几点|谈几点|强调几点)|现在[，,]我代表|请予?审议|(?:我讲|我再?强调|我就).{0,12}(?:意见|问题|方面|要求|几点)|(?:召开|举行)(?:这次|今天|本次|此次)|讲得都?很好|完全(?:同意|赞成)|都同意|^(?:今天|这次|本次|此次).{0,20}(?:目的|任务)(?:就)?是|^(?:这次|本次|此次)?(?:会议|大会)?的?主要任务(?:就)?是");
    private static final Pattern CLOSING = Pattern.compile(
            "让我们|而(?:努力|不懈|团结)奋斗|(?:谱写|开创|书写|续写).{0,30}(?:篇章|华章|局面)[！!。]?$|谢谢大家|满意的?答卷|进行到底|永远在路上|责任重于泰山|正当时|重任在肩|(?:使命|责任)(?:光荣|重大)");
    private static final Pattern LOOKING_BACK = Pattern.compile(
            "^(?:.{2,8}(?:指出|强调|认为)[，,])?(?:.{2,12}以来[，,]|过去的?[一二两三四五几]|过去的?20|过去|去年|前[一二三几]年|近年来|近[几两三五]年|[一二两三四五几半]年来|几年来|一直以来|长期以来|今年以来|年初以来|上半年[，,]|[一二三前]季度[，,]|[这那][一几]年|回顾|截至|截止|目前[，,]|会议(?:指出|认为|听取|传达)|(?:在|通过).{0,40}(?:下|中)[，,].{0,40}取得)");
    private static final Pattern DONE = Pattern.compile("取得了|得到了|实现了|完成了|作出了|发挥了|奠定了|打赢了|迎来了|增强了|提高了|涌现|圆满完成|成效(?:显著|明显)|来之不易|预计(?:全年)?(?:实现|完成|增长|可实现)|^(?!.{0,8}到20).*累计(?:完成|投入|建成|新建|发放|实施|整治|排查)|(?:较上年|同比)(?:增长|下降|减少)");
    private static final Pattern BOUNDS = Pattern.compile("严控|控制|压减|精简|压缩|不得|严禁");
    private static final Pattern PROBLEM = Pattern.compile(
            "(?:还|仍|仍然|依然|也)(?:存在|有|面临).{0,20}(?:问题|不足|差距|薄弱|短板)|问题(?:还|仍|依然|比较|尤为|较为).{0,6}突出|^有的|不容乐观|必须清醒|清醒地?(?:看到|认识)|也要看到|时有发生|如果不.{0,20}就会|不平衡不充分");
    private static final Pattern EXPLAINS = Pattern.compile(
            "^(?:\\d{4}年|今年|今后.{0,8}|当前).{0,6}是(?!否).*|总体要求是|总的要求是|指导思想是|总体思路是|意义重大|(?:据.{2,12}(?:预测|统计|测算|通报))|^(?:做好|抓好|加强|开展|推进).{4,40}(?:是|事关|关系|具有).{4,}|(?:事关|关系到?|关乎).{2,20}(?:全局|大局|安危|成败|稳定|福祉|安全|人心)|^.{2,20}(?:工作|问题|建设|稳定|安全).{0,4}(?:事关|关系|直接关系)");
    private static final Pattern PREFACE = Pattern.compile(
            "^(?:为|为了|根据|按照|遵照|依据|近日|经).{4,}(?:如下|印发给|(?:制定|提出|拟定)(?:本|如下|以下)|特制定|通知)|(?:特|现)(?:制定|提出|拟定)|(?:制定|提出).{0,10}如下|^(?:为|为了).{4,}(?:经.{0,8}(?:研究|同意)|[市县区委府]决定)|(?:现|并)(?:就|将|对).{2,80}(?:如下|印发|通知|公布|予以分解)|^《.{4,60}》(?:已经|业经|已)");
    private static final Pattern NARRATES = Pattern.compile(
            "主持召开|出席会议|参加会议|参加了?(?:大会|活动|此次)|收听收看|列席会议|主持会议|并讲话|表态发言|交流发言|书面发言|\\d日[^，。]{0,12}(?:[，,]|上午|下午|晚)[^。]{0,30}(?:召开|举行|主持|深入|来到)|^会议(?:对|就).*(?:进行了|作了|展开了)|^(?:会上|会前|会议(?:首先|还|集中|书面|分组)*(?:听取|审议|传达|学习|通报|研究了|讨论|通过|原则通过|宣读|表彰|观看|由))");
    private static final Pattern DIRECTS = Pattern.compile("(?<![主重需纪摘必])要(?![求素点闻])|必须|务必|^会议(?:议定|决定)");
    private static final Pattern ASKING = Pattern.compile("要(?![求素点])|必须|务必|应当|今年(?!以来|是)|下一步|接下来|计划|将(?:重点|继续|着力)|确保|力争");

    private Tone() {}

    static Role of(String words, Placed sentence, Role before, double place) {
        if (GREETING.matcher(words).find() && place < 0.25) {
            return Role.GREETING;
        }
        if (CLOSING.matcher(words).find() && (place > 0.8 || words.contains("让我们"))) {
            return Role.CLOSING;
        }
        if (words.startsWith("同志们") || words.startsWith("各位代表")) {
            return words.length() < 12 ? Role.GREETING : sentence.role();
        }
        if (before == Role.CLOSING && place > 0.85 && !sentence.first()) {
            return Role.CLOSING;
        }
        return ofStatement(words, sentence, before);
    }

    private static Role ofStatement(String words, Placed sentence, Role before) {
        boolean asks = ASKING.matcher(words).find();
        if (PREFACE.matcher(words).find() || NARRATES.matcher(words).find() && !DIRECTS.matcher(words).find()) {
            return Role.PREFACE;
        }
        if (!asks && looksBack(words)) {
            return Role.REVIEW;
        }
        if (EXPLAINS.matcher(words).find()) {
            return Role.SITUATION;
        }
        if (PROBLEM.matcher(words).find() && !sentenceAsks(words)) {
            return Role.PROBLEM;
        }
        boolean carries = before == Role.REVIEW || before == Role.PROBLEM;
        if (carries && !sentence.first() && !asks && sentence.role() == Role.TASK) {
            return before;
        }
        return sentence.role();
    }

    private static boolean looksBack(String words) {
        return (LOOKING_BACK.matcher(words).find() || DONE.matcher(words).find()) && !BOUNDS.matcher(words).find();
    }

    private static boolean sentenceAsks(String words) {
        return words.startsWith("要") || words.contains("，要");
    }
}
