package cn.yizhen.app.demo;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.DemoEntrances;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The roles a newcomer can step into, each the holder of a post on the day the county was made. */
@Component
class DemoAccounts implements DemoEntrances, DemoPart {

    /** @param post code of the post whose holder it is */
    private record Role(String login, String post, String group, String title, String explanation) {}

    private static final String FIRST = DemoCounty.CODE + "100";

    private static final List<Role> ROLES = List.of(
            new Role("cunzhishu", FIRST + "201Z1-01", "村和社区", "村党支部书记", "一人四岗，一张表"),
            new Role("wenshu", FIRST + "201-02", "村和社区", "村文书", "登记会议，打印记录页"),
            new Role("hecun", DemoCounty.MERGER + "Z1-01", "村和社区", "合并村党支部书记", "二月由两村合并而来"),
            new Role("wuren", FIRST + "201H1Z1-01", "村和社区", "五人党支部书记", "不设支委会"),
            new Role("shequ", FIRST + "001Z1-01", "村和社区", "社区党支部书记", "城镇社区"),
            new Role("tuanzhibu", FIRST + "201T1-01", "村和社区", "村团支部书记", "三会两制一课，换届提醒"),
            new Role("cunfulian", FIRST + "202F1-01", "村和社区", "村妇联主席", "妇联的换届提醒"),
            new Role("zhenshuji", FIRST + "-01", "乡镇", "镇党委书记", "本季度中间到任"),
            new Role("zuzhiweiyuan", FIRST + "-06", "乡镇", "镇党委组织委员", "代村登记，发放登录单"),
            new Role("dangzhengban", FIRST + "-11", "乡镇", "镇党政办主任", "承办布置事项"),
            new Role("duchashi", "B01-08", "县直部门", "县委办督查室主任", "整理部署，督查督办"),
            new Role("fagui", "B01-09", "县直部门", "县委办政策法规股股长", "维护制度"),
            new Role("jianfu", "B01-10", "县直部门", "减负专班联络员", "受理减负直通车"),
            new Role("xuanchuan", "B04-05", "县直部门", "县委宣传部办公室主任", "召集会议，写纪要"),
            new Role("zuzhigu", "B03-08", "县直部门", "组织部组织股股长", "导入机构名册，合并与拆分"),
            new Role("caizheng", "B16-05", "县直部门", "财政局办公室主任", "部门的事项与反馈"),
            new Role("wenlv", "B30-01", "县直部门", "文旅局局长", "牵头事项"),
            new Role("gonghui", "B01G1-01", "县直部门", "机关工会主席", "会员大会，换届提醒"),
            new Role("tuanxianwei", "B43-01", "县直部门", "团县委书记", "看各团支部的情况"),
            new Role("shuji", "XW-01", "县领导", "县委书记", "看全县履行情况"),
            new Role("fuxianzhang", "ZF-06", "县领导", "副县长", "分管农业农村"));

    private static final Map<String, Permission> ADMINISTRATORS = Map.of(
            "anquan", Permission.SECURITY, "xitong", Permission.SYSTEM, "shenji", Permission.AUDIT);

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public void add(Writing writing, Organisation organisation, LocalDate today) {
        ROLES.forEach(role -> accounts.add(writing, role.login(), holder(organisation, role), Set.of()));
        ADMINISTRATORS.forEach((login, permission) -> accounts.add(writing, login, null, Set.of(permission)));
    }

    @Override
    public List<Entrance> entrances() {
        var administrators = List.of(
                new Entrance("anquan", "安全管理员", "账号与登录单", "管理员"),
                new Entrance("xitong", "系统管理员", "制度目录与工作日历", "管理员"),
                new Entrance("shenji", "审计管理员", "逐条查看操作", "管理员"));
        return Stream.concat(
                        ROLES.stream().map(role -> new Entrance(role.login(), role.title(), role.explanation(), role.group())),
                        administrators.stream())
                .toList();
    }

    private static PersonId holder(Organisation organisation, Role role) {
        var post = organisation.post(role.post()).orElseThrow(() -> new IllegalStateException("no post " + role.post()));
        return organisation.holders(post.id()).getFirst().person();
    }
}
