package cn.yizhen.rules.institution.reading;

import java.util.List;

/** Says in Chinese what the YAML parser says in English. */
final class YamlProblem {

    private record Known(String english, String chinese) {}

    private static final List<Known> KNOWN = List.of(
            new Known("found character '\\t", "缩进用了制表符（Tab），请改成空格"),
            new Known("mapping values are not allowed here", "这里多了一个冒号，或上一行的缩进不对；文字里有冒号时请整句加引号"),
            new Known("expected <block end>", "缩进不齐，请让同一层的字段左边对齐"),
            new Known("could not find expected ':'", "这一行缺少冒号，或冒号后缺少空格"),
            new Known("found unexpected end of stream", "引号没有成对，请补上另一半"),
            new Known("did not find expected ',' or", "大括号或方括号里缺少逗号或右括号"),
            new Known("expected ',' or", "大括号或方括号里缺少逗号或右括号"),
            new Known("found undefined alias", "引用了不存在的内容；本格式不能引用，请把内容写在这里"),
            new Known("but found another document", "一个文件只能写一份内容，请去掉多余的 ---"),
            new Known("special characters are not allowed", "文件里有看不见的控制字符，请删去"));

    private YamlProblem() {}

    static String inChinese(String problem) {
        return KNOWN.stream().filter(known -> problem.contains(known.english())).map(Known::chinese).findFirst()
                .orElse("YAML 写法有误，从这里起读不懂，请检查缩进、冒号和引号");
    }
}
