package cn.yizhen.app.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An act as the audit administrator reads it: who, when, under which post, what was done to which thing.
 * What the county's work says (topics, titles, names, sentences) is left out, since the audit is about the
 * doing and its reader sees no county business.
 */
public final class AuditedAct {

    /** One line of the page. */
    public record Line(String label, String value) {}

    static final String LEFT_OUT = "（业务内容，不在审计查看范围）";

    /** Kinds of acts about entering and taking out, whose content is the audit's own business. */
    private static final Set<String> OWN_BUSINESS = Set.of("account", "login", "slip", "code", "token", "export", "personal", "identity", "directory");
    /** Fields that hold a word from a closed list. */
    private static final Set<String> CLOSED = Set.of("kind", "institution", "duty", "period", "form", "result", "wish", "ground", "step", "rule", "catalogue");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/-]{1,80}");
    private static final Pattern KEY_OR_DAY = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z?)?");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("account", "账号"), Map.entry("login", "登录"), Map.entry("slip", "登录单"), Map.entry("code", "动态口令"),
            Map.entry("token", "接口令牌"), Map.entry("export", "导出"), Map.entry("personal", "查看个人信息"), Map.entry("identity", "统一认证身份"),
            Map.entry("directory", "目录导入"), Map.entry("record", "登记"), Map.entry("matter", "事项"), Map.entry("request", "请示反映"),
            Map.entry("deployment", "部署文件"), Map.entry("proposal", "承接建议"), Map.entry("paper", "公文"), Map.entry("summary", "专报"),
            Map.entry("standing", "履行情况"), Map.entry("complaint", "减负直通车"), Map.entry("institution", "制度"), Map.entry("organisation", "机构"),
            Map.entry("local-institution", "本县制度"), Map.entry("source", "出处核对"), Map.entry("charge", "分工"), Map.entry("duty", "应办"),
            Map.entry("calendar", "工作日历"), Map.entry("catalogue", "制度目录"), Map.entry("meeting", "会议"), Map.entry("return", "上报"), Map.entry("upward", "报送"),
            Map.entry("promise", "对下承诺"), Map.entry("decisions", "决定"), Map.entry("list", "清单"),
            Map.entry("demo", "演示数据"));
    private static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("account.opened", "开账号"), Map.entry("account.closed", "停用账号"), Map.entry("account.reopened", "恢复账号"),
            Map.entry("login.failed", "登录失败"), Map.entry("login.locked", "输错过多，暂停登录"), Map.entry("login.lifted", "解除锁定"),
            Map.entry("login.administrator", "管理员登录"), Map.entry("slip.issued", "发放登录单"), Map.entry("slip.used", "用登录单设置密码"), Map.entry("code.set", "设置动态口令"),
            Map.entry("code.removed", "收回动态口令"), Map.entry("code.recovered", "使用恢复码"), Map.entry("export.taken", "导出"),
            Map.entry("personal.read", "查看个人信息"), Map.entry("token.issued", "发放接口令牌"), Map.entry("token.revoked", "收回接口令牌"),
            Map.entry("identity.linked", "确认统一认证身份"), Map.entry("identity.unlinked", "解除统一认证身份"),
            Map.entry("directory.read", "读入目录文件"), Map.entry("directory.dismissed", "不采纳目录建议"),
            Map.entry("record.noted", "登记"), Map.entry("record.corrected", "更正登记"), Map.entry("standing.exported", "导出履行情况"),
            Map.entry("deployment.exported", "导出部署清单"), Map.entry("decisions.exported", "导出决定"), Map.entry("list.exported", "导出清单"), Map.entry("return.issued", "签发上报表"),
            Map.entry("upward.dispatched", "每日报送"), Map.entry("upward.delivered", "投递报送包"), Map.entry("upward.downloaded", "下载报送包"),
            Map.entry("upward.taken", "收下报送包"), Map.entry("upward.refused", "没有收下报送包"));

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("at", "时间"), Map.entry("kind", "做了什么"), Map.entry("account", "账号标识"), Map.entry("post", "以哪个岗位"),
            Map.entry("subject", "对象标识"), Map.entry("basedOn", "依据的上一次操作"), Map.entry("id", "操作标识"), Map.entry("key", "表单标识"),
            Map.entry("county", "区划代码"), Map.entry("login", "用户名"), Map.entry("role", "管理职责"), Map.entry("why", "原因"),
            Map.entry("what", "内容"), Map.entry("list", "清单"), Map.entry("file", "文件名"), Map.entry("of", "谁的"), Map.entry("purpose", "用途"), Map.entry("until", "有效期至"), Map.entry("rights", "权限"), Map.entry("issuer", "签发方"), Map.entry("mac", "算法"));

    /** Words the program itself puts into acts about entering. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("password", "密码不对"), Map.entry("unknown", "没有这个用户名"), Map.entry("browser", "没有登记过的设备"), Map.entry("code", "动态口令不对"),
            Map.entry("closed", "账号已停用"), Map.entry("slip", "登录单代码不对"), Map.entry("failures", "连续输错"), Map.entry("entered", "登录"),
            Map.entry("provider", "统一认证的凭据核对不上"), Map.entry("another-county", "统一认证：别的县的人"), Map.entry("unknown-subject", "统一认证：没有确认过的身份"));

    private static final String NOBODY = new UUID(0, 0).toString();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditedAct() {}

    /** The groups an act can be looked up by, in the order of the page. */
    static Map<String, String> groups() {
        return KINDS;
    }

    /** What was done, in Chinese where it is known. */
    static String called(String kind) {
        var group = kind.substring(0, Math.max(0, kind.indexOf('.')));
        return ACTS.getOrDefault(kind, KINDS.getOrDefault(group, group) + "（" + kind + "）");
    }

    static List<Line> lines(String canonical) {
        var act = JSON.readTree(canonical);
        var kind = act.path("kind").asString();
        var lines = new ArrayList<Line>();
        for (var field : List.of("at", "kind", "account", "post", "subject", "basedOn", "id", "key", "county")) {
            if (act.has(field)) {
                var value = act.path(field).asString();
                lines.add(new Line(FIELDS.get(field), switch (field) {
                    case "kind" -> called(value);
                    case "at" -> Instant.parse(value).atZone(SHANGHAI).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
                    case "account" -> value.equals(NOBODY) ? "系统" : value;
                    default -> value;
                }));
            }
        }
        var whole = OWN_BUSINESS.contains(kind.substring(0, Math.max(0, kind.indexOf('.'))));
        act.path("content").properties().forEach(field ->
                lines.add(new Line(FIELDS.getOrDefault(field.getKey(), field.getKey()), value(field.getKey(), field.getValue(), whole))));
        return List.copyOf(lines);
    }

    private static String word(String key, String text) {
        return switch (key) {
            case "why" -> WORDS.getOrDefault(text, text);
            case "role" -> Arrays.stream(Permission.values()).filter(one -> one.name().equals(text)).map(Permission::label).findFirst().orElse(text);
            default -> text;
        };
    }

    private static String value(String key, JsonNode value, boolean whole) {
        if (value.isNumber() || value.isBoolean()) {
            return value.asString();
        }
        if (value.isString()) {
            var text = value.asString();
            var open = whole || KEY_OR_DAY.matcher(text).matches() || CLOSED.contains(key) && WORD.matcher(text).matches();
            return !open ? LEFT_OUT : whole ? word(key, text) : text;
        }
        return whole ? value.toString() : LEFT_OUT;
    }
}
