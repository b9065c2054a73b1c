package cn.yizhen.directives.charges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whom a paragraph of a notice begins with: 张三同志（县委副书记、县长）, 县长 张三, 张三，常务副县长.
 *
 * @param name  empty where a notice names the office alone
 * @param title perhaps empty
 */
record Person(String name, String title) {

    private static final Pattern OFFICE = Pattern.compile(".*(?:书记|县长|乡长|镇长|主任|部长|主席|常委|委员|局长|组长|干部|检察长|院长|顾问|调研员|武装部|政委)");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,8}·[\\p{IsHan}]{1,8}");
    private static final Pattern GLUED = Pattern.compile("(.*(?:书记|县长|乡长|镇长|主任|部长|主席|常委|委员|局长))([\\p{IsHan}]{2,3})");

    /** 王芳副县长, written without a blank. */
    private static final Pattern BEFORE_OFFICE = Pattern.compile("([\\p{IsHan}]{2,3}?)((?:县委常委|党组成员|常务)?副?(?:书记|县长|乡长|镇长|主任|部长|主席|局长))");

    private static final Pattern MANY = Pattern.compile("^(?:各|其他|其它|全体|所有|有关|相关|分管|主管|联系)");

    /** The surnames of nine people in ten. */
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付傅邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺陶顾毛郝龚邵万覃武钱戴严莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞柳甘祝包宁尚符舒阮柯纪梅童凌毕单季成霍涂裴苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝欧阳司马上官诸葛尉迟皇甫";
    private static final Pattern UNIT = Pattern.compile(".*(?:局|办|委|部|院|室|站|所|科|股|组|队|校|行|司|镇|乡|村|县|市|区|州|省|会|团|厅|处|中心|单位|部门)");

    /** Whether a line speaks of a unit: 财政局：负责……. */
    static boolean unit(String head) {
        var name = head.replaceAll("[\\s　：:]", "");
        return name.length() <= 12 && name.matches("\\p{IsHan}+") && UNIT.matcher(name).matches();
    }

    /** A name with neither office nor 同志, as it stands in a list of who does what: 王芳：分管教育. Only what can be a name. */
    static Optional<Person> bare(String head) {
        var name = head.replaceAll("[\\s　：:，,]", "");
        return name.length() >= 2 && name.length() <= 4 && NAME.matcher(name).matches() && SURNAMES.indexOf(name.charAt(0)) >= 0
                && !UNIT.matcher(name).matches() && !OFFICE.matcher(name).matches() ? Optional.of(new Person(name, "")) : Optional.empty();
    }

    private static boolean surnamed(String name) {
        return SURNAMES.indexOf(name.charAt(0)) >= 0 && !UNIT.matcher(name).matches() && !name.equals("武装");
    }

    /** The people a head names, each with the offices beside the name: names and at least an office or 同志, nothing else. */
    static List<Person> in(String head) {
        if (head.isBlank() || head.length() > 60) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var offices = new ArrayList<List<String>>();
        var before = new ArrayList<String>();
        boolean ahead = false;
        for (var part : parts(head)) {
            var glued = GLUED.matcher(part);
            var named = BEFORE_OFFICE.matcher(part);
            if (named.matches() && surnamed(named.group(1))) {
                names.add(named.group(1));
                offices.add(new ArrayList<>(List.of(named.group(2))));
            } else if (OFFICE.matcher(part).matches()) {
                ahead |= names.isEmpty();
                (ahead || names.isEmpty() ? before : offices.getLast()).add(part);
            } else if (glued.matches() || NAME.matcher(part).matches()) {
                if (glued.matches()) {
                    before.add(glued.group(1));
                }
                names.add(glued.matches() ? glued.group(2) : part);
                offices.add(new ArrayList<>(before));
                before.clear();
            } else {
                return List.of();
            }
        }
        if (!names.isEmpty()) {
            offices.getLast().addAll(before);
        }
        boolean people = head.contains("同志") || offices.stream().noneMatch(List::isEmpty);
        // of several, none may be a mere word between commas
        boolean surnames = names.size() < 2 || names.stream().allMatch(name -> SURNAMES.indexOf(name.charAt(0)) >= 0);
        return people && surnames ? IntStream.range(0, names.size()).mapToObj(i -> new Person(names.get(i), String.join("、", offices.get(i)))).toList() : List.of();
    }

    /** A head of offices alone: 常务副县长. Not those of many: 各副县长. */
    static Optional<String> office(String head) {
        var parts = parts(head);
        boolean offices = !parts.isEmpty() && head.length() <= 30 && parts.stream().allMatch(part -> OFFICE.matcher(part).matches() && !MANY.matcher(part).find());
        return offices ? Optional.of(String.join("、", parts)) : Optional.empty();
    }

    private static List<String> parts(String head) {
        // a name of two characters is often set with a blank between them
        return Arrays.stream(head.replace("同志", " ").replaceAll("(?<=^|[\\s　，、：:])([\\p{IsHan}])[\\s　]{1,2}([\\p{IsHan}])(?=[\\s　，、：:（(]|$)", "$1$2")
                .split("[\\s　，,、：:；;。（）()]+")).filter(part -> !part.isEmpty()).toList();
    }
}
