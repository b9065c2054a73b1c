package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("牵头单位的建议")
class OwnersTest {

    private static final Party.One STAFF = Desk.one("县委组织部");
    private static final Party.One LABOUR = Desk.one("县人社局");
    static final ChargeTable TABLE = new ChargeTable(
            Map.of("县委组织部", STAFF, "中共云岭县委组织部", STAFF, "县委办", Desk.OFFICE, "县委党校", Desk.SCHOOL, "县人社局", LABOUR),
            List.of(
                    new Charge(STAFF, true, "干部管理", List.of("干部管理", "干部", "领导班子"), "三定规定"),
                    new Charge(Desk.SCHOOL, true, "教育培训", List.of("培训", "党课", "教材"), "三定规定"),
                    new Charge(LABOUR, true, "就业社保", List.of("就业", "技能"), "三定规定"),
                    new Charge(Desk.OFFICE, true, "公文会务", List.of("会议", "公文", "减负"), "三定规定"),
                    new Charge(STAFF, true, "公务员管理", List.of("公务员"), "三定规定")),
            Map.of(), Map.of(Party.GroupKind.TOWNSHIPS, 14));

    private final Owners owners = new Owners(TABLE);

    @Test
    @DisplayName("文中点名的单位优先，写简称、全称、“组织部门”都认得")
    void unitsNamedInTheTextComeFirst() {
        for (var name : List.of("县委组织部", "中共云岭县委组织部", "组织部", "组织部门")) {
            var proposal = owners.propose("编写党课教材", List.of(name, "县委党校"));
            assertThat(proposal.lead()).as(name).isEqualTo(STAFF);
            assertThat(proposal.supporting()).containsExactly(Desk.SCHOOL);
            assertThat(proposal.reason()).contains("文中点名");
        }
    }

    @Test
    @DisplayName("没有点名，按分工表，并说明依据")
    void theResponsibilityTableComesNextWithItsReason() {
        var proposal = owners.propose("制定加强干部管理的办法", List.of());
        assertThat(proposal.lead()).isEqualTo(STAFF);
        assertThat(proposal.reason()).contains("干部管理").contains("三定规定");
        assertThat(proposal.byPerson()).isFalse();
    }

    @Test
    @DisplayName("另有单位的职责也写在文中，作为配合")
    void whoElseIsMentionedSupports() {
        var proposal = owners.propose("编写干部管理的党课教材，减负", List.of());
        assertThat(proposal.lead()).isEqualTo(STAFF);
        assertThat(proposal.supporting()).containsExactly(Desk.SCHOOL);
    }

    @Test
    @DisplayName("两个单位都说得通：提问，不猜")
    void aTieIsAQuestion() {
        var proposal = owners.propose("开展技能培训", List.of());
        assertThat(proposal.open()).isTrue();
        assertThat(proposal.reason()).contains("县委党校").contains("县人社局").contains("请选定");
    }

    @Test
    @DisplayName("分工表中没有：提问，不猜；文中点名而机构表没有的，也说出来")
    void noOwnerIsAVisibleQuestion() {
        assertThat(owners.propose("建设灯光球场", List.of()).reason()).contains("没有找到");
        var unknown = owners.propose("建设灯光球场", List.of("县球协"));
        assertThat(unknown.open()).isTrue();
        assertThat(unknown.reason()).contains("“县球协”");
    }

    @Test
    @DisplayName("各乡镇作为一方，由一个牵头单位汇总")
    void aGroupHasOneCollectingLead() {
        var proposal = owners.propose("公布减负清单", List.of("各乡镇"));
        assertThat(proposal.lead()).isEqualTo(Desk.OFFICE);
        assertThat(proposal.supporting()).containsExactly(new Party.Group(Party.GroupKind.TOWNSHIPS, "各乡镇", 14));
        assertThat(proposal.units()).isEqualTo(15);
        var question = owners.propose("抓好落实", List.of("各乡镇"));
        assertThat(question.open()).isTrue();
        assertThat(question.reason()).contains("汇总");
    }
}
