package cn.yizhen.rules.institution;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.cel.common.CelIssue;

import cn.yizhen.rules.institution.Conditions.Fault;

/** Says in Chinese what the expression engine says in English. */
final class ConditionFaults {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'.*");
    private static final Pattern MISMATCH = Pattern.compile("found no matching overload for '([^']+)' applied to '(.*?)'.*",
            Pattern.DOTALL);
    private static final Pattern NOT_BOOLEAN = Pattern.compile("expected type 'bool' but found '([^']+)'");
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z_]+)*");
    private static final Map<String, String> TYPES =
            Map.of("list(string)", "多个词", "string", "文字", "int", "整数", "bool", "是否", "double", "小数");

    private ConditionFaults() {}

    static List<Fault> of(List<CelIssue> issues, String text, List<Variable> variables) {
        return issues.stream().map(issue -> new Fault(Math.max(0, issue.getSourceLocation().getColumn()),
                inChinese(issue, text, variables))).distinct().toList();
    }

    private static String inChinese(CelIssue issue, String text, List<Variable> variables) {
        var message = issue.getMessage();
        var unknown = UNKNOWN.matcher(message);
        if (unknown.matches()) {
            return unknown(nameAt(text, issue.getSourceLocation().getColumn(), unknown.group(1)), variables);
        }
        var mismatch = MISMATCH.matcher(message);
        if (mismatch.matches()) {
            return "条件中“" + mismatch.group(1).replaceAll("^_|_$|^@|@", "") + "”两边的类型不能这样用（"
                    + types(mismatch.group(2)) + "），请改成同类比较";
        }
        var result = NOT_BOOLEAN.matcher(message);
        if (result.find()) {
            return "条件的结果应为“是”或“否”，现在得到的是" + types(result.group(1)) + "，请写成一个比较";
        }
        if (message.contains("size") && message.contains("exceeds") || message.contains("limit")) {
            return "条件太长或太复杂，请拆成几条职责分别写";
        }
        return message.contains("<EOF>")
                ? "条件的写法有误：没有写完，请补上后半句或去掉多余的 &&、||"
                : "条件的写法有误：从这里起读不懂，请检查引号、括号和比较符号";
    }

    private static String unknown(String name, List<Variable> variables) {
        var names = variables.stream().map(Variable::name).toList();
        return "条件里不认识“" + name + "”" + Spelling.nearest(name, names).map(near -> "，是不是“" + near + "”？").orElse("，")
                + "可以用的有：" + String.join("、", names);
    }

    /** The whole dotted name at a place; the engine reports only its first part. */
    private static String nameAt(String text, int column, String reported) {
        for (var matcher = NAME.matcher(text); matcher.find();) {
            if (matcher.start() <= column && column <= matcher.end() && matcher.group().contains(reported)) {
                return matcher.group();
            }
        }
        return reported;
    }

    private static String types(String english) {
        var chinese = english.replaceAll("[()]$|^[(]", "");
        for (var type : List.of("list(string)", "string", "int", "bool", "double")) {
            chinese = chinese.replace(type, TYPES.get(type));
        }
        return chinese.replace(", ", "、");
    }
}
