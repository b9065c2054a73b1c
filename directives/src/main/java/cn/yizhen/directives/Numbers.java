package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numeric targets, copied exactly. Numbers inside names, ordinals, dates and 一批 / 一支 are none. */
final class Numbers {

    private static final String MEASURE =
            "个百分点|平方公里|平方米|立方米|万千瓦|千瓦|公里|公顷|公斤|万元|亿元|美元|小时|分钟|工作日|人次|场次|人|名|次|场|期|亩|米|吨|斤|元|%|％|座|所|条|家|项|处|套|部|台|辆|艘|户|间|栋|盏|篇|件|字|页|天|日|张|组|支|批|只|头|株|棵|户次|对|片|类|级|倍|成|种|轮|堂|门|本|册|份|口|眼|孔|里|村|镇|岁|个";
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\d.A-Za-z第])\\d+(?:[.,]\\d+)?(?:[－\\-—~～至]\\d+(?:\\.\\d+)?)?(?:万|亿|千|百|余|多)*(?:个)?(?:" + MEASURE + ")(?!级)");
    private static final Pattern CHINESE = Pattern.compile(
            "(?<![第十百千一二三四五六七八九两每统同专新这某任哪漏落留])(?:[一二三四五六七八九两]?[十百千]+[一二三四五六七八九]?|[二三四五六七八九两]|一(?=次|处|座|期|场|家|所|件|名|轮|部|户|份))(?:多|余)?(?:名|次|场|期|座|所|条|家|处|件|部|篇|户|亩|公里|人次|项(?!目)|份|轮)(?!规定|措|化|律|致|党代会|延包|全会|全体|会议|中全会|代表大会)|百分之[一二三四五六七八九十百点零]+");
    private static final Pattern NAMES = Pattern.compile("《[^》]*》|“[^”]*”|[（(][^）)]{0,80}[）)]");
    private static final Pattern DATES = Pattern.compile(
            "20\\d{2}(?:年|[—-]20\\d{2}年?)|\\d{1,2}月(?:\\d{1,2}日)?|(?<=月)\\d{1,2}日|每?月?\\d{1,2}日前|24小时|每周[一二三四五六七日]|(?<=每[月周])\\d{1,2}日|\\d{1,2}时|\\d{1,2}(?:周)?年(?!度)");

    private Numbers() {}

    static List<String> of(String words) {
        var plain = blankOut(blankOut(words, NAMES), DATES);
        var numbers = new ArrayList<String>();
        var digits = DIGITS.matcher(plain);
        while (digits.find()) {
            numbers.add(digits.group());
        }
        var chinese = CHINESE.matcher(plain);
        while (chinese.find()) {
            numbers.add(chinese.group());
        }
        return numbers;
    }

    private static String blankOut(String words, Pattern pattern) {
        return pattern.matcher(words).replaceAll(m -> "　".repeat(m.group().length()));
    }
}
