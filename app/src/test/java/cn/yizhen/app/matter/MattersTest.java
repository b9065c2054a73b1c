package cn.yizhen.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Particulars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@DisplayName("事项")
class MattersTest {

    @Autowired Matters matters;
    @Autowired DeskItems desk;
    @Autowired Calendars calendars;
    @Autowired Acts acts;
    @Autowired Transactions transactions;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    private MatterPeople people;

    @BeforeEach
    void people() {
        people = new MatterPeople(acts, transactions, ids);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private MatterId opened() {
        var done = (Performed.Done) matters.open(people.office(), ids.next(), new NewMatter(null, "整修十八个村的灌渠", "年底前整修十八个村的灌渠。",
                "某会讲话 第三部分", null, null, null, people.leadUnit(), Set.of(people.supportUnit()), LocalDate.of(2026, 12, 31)));
        return MatterId.of(done.result().substring(done.result().lastIndexOf('/') + 1));
    }

    private Particulars progress(String words) {
        return Particulars.NONE.and("words", words).and("as-of", LocalDate.of(2026, 11, 23));
    }

    @Test
    @DisplayName("立项即交办，出现在牵头单位的应办里，配合单位知悉，立项单位等答复")
    void onEveryonesDesk() {
        var id = opened();
        assertThat(desk.of(people.lead())).filteredOn(item -> item.matter().equals(id)).singleElement().satisfies(item -> {
            assertThat(item.place()).isEqualTo(DeskItem.Place.TO_DO);
            assertThat(item.due()).isEqualTo("2026-12-31");
            assertThat(item.late()).isFalse();
        });
        assertThat(desk.of(people.support())).filteredOn(item -> item.matter().equals(id)).extracting(DeskItem::place)
                .containsExactly(DeskItem.Place.FOR_INFORMATION);
        assertThat(desk.of(people.office())).filteredOn(item -> item.matter().equals(id)).extracting(DeskItem::place)
                .containsExactly(DeskItem.Place.WAITING);
    }

    @Test
    @DisplayName("不相干的单位看不到，忘了写条件也看不到")
    void othersSeeNothing() {
        var id = opened();
        assertThat(matters.find(people.stranger(), id)).isEmpty();
        assertThat(desk.of(people.stranger())).isEmpty();
        for (var table : Set.of("matter", "matter_step", "matter_party", "matter_reprojection")) {
            long rows = transactions.reading(people.stranger(), sql -> sql.sql("select count(*) from " + table).query(Long.class).single());
            assertThat(rows).as(table).isZero();
        }
        assertThat(matters.take(people.stranger(), id, "progress", progress("不相干"), ids.next(), null)).isInstanceOf(Performed.Refused.class);
    }

    @Test
    @DisplayName("连点二十下是一步")
    void twentyFingers() throws Exception {
        var id = opened();
        var key = ids.next();
        try (var fingers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : fingers.invokeAll(IntStream.range(0, 20).<Callable<Performed>>mapToObj(
                    _ -> () -> matters.take(people.lead(), id, "progress", progress("完成三个村"), key, null)).toList())) {
                assertThat(result.get()).isInstanceOf(Performed.Done.class);
            }
        }
        assertThat(matters.find(people.lead(), id).orElseThrow().here().journal()).hasSize(2);
    }

    @Test
    @DisplayName("两个人办同一件：后一个人看到前一个人办了什么，什么也没有丢")
    void overtaken() {
        var id = opened();
        UUID seen = matters.latestAct(people.lead(), id).orElse(null);
        assertThat(matters.take(people.lead(), id, "progress", progress("完成三个村"), ids.next(), seen)).isInstanceOf(Performed.Done.class);
        assertThat(matters.take(people.office(), id, "transfer", Particulars.NONE.and("lead", people.supportUnit()).and("ground", "另有分工"),
                ids.next(), seen)).isInstanceOf(Performed.Overtaken.class);
        assertThat(matters.find(people.lead(), id).orElseThrow().here().journal()).hasSize(2);
    }

    @Test
    @DisplayName("转办以后，新的牵头单位看得到全部经过，原单位还能看经手的事")
    void transferHandsTheJournalOver() {
        var id = opened();
        var seen = matters.latestAct(people.office(), id).orElse(null);
        matters.take(people.office(), id, "transfer", Particulars.NONE.and("lead", people.strangerUnit()).and("ground", "另有分工"), ids.next(), seen);
        assertThat(matters.find(people.stranger(), id).orElseThrow().here().journal()).hasSize(2);
        assertThat(desk.of(people.stranger())).extracting(DeskItem::place).contains(DeskItem.Place.TO_DO);
        assertThat(matters.find(people.lead(), id)).isPresent();
        assertThat(desk.of(people.lead())).filteredOn(item -> item.matter().equals(id)).isEmpty();
    }

    @Test
    @DisplayName("子任务没有办完，母件不能办结")
    void subtasks() {
        var id = opened();
        var made = matters.open(people.lead(), ids.next(), new NewMatter(null, "东片六村", "东片六村的灌渠", null, null, null, id,
                people.supportUnit(), Set.of(), LocalDate.of(2026, 12, 10)));
        assertThat(made).isInstanceOf(Performed.Done.class);
        var finish = Particulars.NONE.and("words", "全部完成");
        assertThat(matters.take(people.lead(), id, "finish", finish, ids.next(), null)).isInstanceOfSatisfying(Performed.Refused.class,
                refused -> assertThat(refused.reasons()).extracting(r -> r.code()).containsExactly("subtasks-open"));
    }

    @Test
    @DisplayName("只有督查部门可以立项；别人得到理由和下一步")
    void notEverybodyOpens() {
        var refused = matters.open(people.stranger(), ids.next(), new NewMatter(null, "某事", "某事", null, null, null, null,
                people.leadUnit(), Set.of(), LocalDate.of(2026, 12, 10)));
        assertThat(refused).isInstanceOfSatisfying(Performed.Refused.class, r -> assertThat(r.reasons()).extracting(x -> x.code()).containsExactly("matter-not-yours-to-open"));
    }

    @Test
    @DisplayName("请求从下面来：被问的单位有期限，提出的单位看得到")
    void requestsFromBelow() {
        var key = ids.next();
        var done = (Performed.Done) matters.ask(people.support(), key, new NewRequest(MatterKind.HELP, "村里的泵站电表被撤，请协调恢复供电", people.leadUnit(), null));
        assertThat(matters.ask(people.support(), key, new NewRequest(MatterKind.HELP, "村里的泵站电表被撤，请协调恢复供电", people.leadUnit(), null)))
                .isEqualTo(new Performed.Done(done.act(), done.result(), true));
        assertThat(desk.of(people.lead())).filteredOn(item -> item.kind() == MatterKind.HELP).singleElement()
                .satisfies(item -> assertThat(item.due()).isEqualTo("2026-11-30"));
        assertThat(desk.of(people.support())).filteredOn(item -> item.kind() == MatterKind.HELP).extracting(DeskItem::place)
                .containsExactly(DeskItem.Place.WAITING);
    }

    @Test
    @DisplayName("调整到达事项：新的日期、文号和批准人写进经过")
    void adjustmentsArrive() {
        var origin = ids.next();
        acts.perform(people.office(), new Act(ids.next(), "test.issued", null, null, null, Map.of()), writing -> matters.open(writing,
                new NewMatter("1—2", "编写教材", "编写党课教材", "某讲话", "某发〔2026〕1号", origin, null, people.leadUnit(), Set.of(), LocalDate.of(2026, 12, 31)))
                .map(MatterId::toString));
        var adjusted = acts.perform(people.office(), new Act(ids.next(), "test.adjusted", null, null, null, Map.of()), writing -> matters.adjust(writing, origin,
                new Adjustment.OfDay(LocalDate.of(2027, 3, 31), "某发〔2026〕9号", "李某", "专家未到位")).map(Object::toString));
        assertThat(adjusted).isInstanceOf(Performed.Done.class);
        assertThat(desk.of(people.lead())).filteredOn(item -> item.title().equals("编写教材")).extracting(DeskItem::due).containsExactly(LocalDate.of(2027, 3, 31));
    }

    private UUID issued(String title) {
        var origin = ids.next();
        acts.perform(people.office(), new Act(ids.next(), "test.issued", null, null, null, Map.of()), writing -> matters.open(writing,
                new NewMatter(null, title, title, "某讲话", "某发〔2026〕1号", origin, null, people.leadUnit(), Set.of(people.supportUnit()), LocalDate.of(2026, 12, 31)))
                .map(MatterId::toString));
        return origin;
    }

    private Performed adjusted(UUID origin, Adjustment change) {
        return acts.perform(people.office(), new Act(ids.next(), "test.adjusted", null, null, null, Map.of()),
                writing -> matters.adjust(writing, origin, change).map(Object::toString));
    }

    private Matter titled(String title) {
        return matters.inReach(people.office()).stream().filter(matter -> matter.title().equals(title)).findFirst().orElseThrow();
    }

    private LocalDate due(String title) {
        return titled(title).here().timings(matters.now(), calendars.calendar(people.office())).stream()
                .filter(timing -> timing.rule().id().equals("handle")).findFirst().orElseThrow().lastDay();
    }

    @Test
    @DisplayName("只调整配合单位：期限不动；什么也没有变的，什么也不写")
    void otherSupportLeavesTheClockAlone() {
        var origin = issued("清理空挂牌子");
        clock.set("2026-12-01T09:00");
        var change = new Adjustment.OfUnits(people.leadUnit(), Set.of(people.strangerUnit()), "某发〔2026〕9号", "李某", "职能划转");
        assertThat(adjusted(origin, change)).isInstanceOf(Performed.Done.class);
        assertThat(titled("清理空挂牌子").here().party("support")).containsExactly(people.strangerUnit());
        assertThat(due("清理空挂牌子")).isEqualTo("2026-12-31");
        assertThat(matters.inReach(people.stranger())).extracting(Matter::title).contains("清理空挂牌子");
        adjusted(origin, change);
        assertThat(titled("清理空挂牌子").here().journal()).extracting(Entry::step).containsExactly("assign", "regroup");
    }

    @Test
    @DisplayName("调整把日期提前：从今天算到新的日期")
    void anEarlierDayIsSetAnew() {
        var origin = issued("腾退超标用房");
        assertThat(adjusted(origin, new Adjustment.OfDay(LocalDate.of(2026, 12, 10), "某发〔2026〕9号", "李某", "上级提前验收"))).isInstanceOf(Performed.Done.class);
        assertThat(due("腾退超标用房")).isEqualTo("2026-12-10");
    }

    @Test
    @DisplayName("延期写了更早的日期：不行，说明现在到期是哪天")
    void anExtensionIsLater() {
        var id = opened();
        var said = Particulars.NONE.and("due", LocalDate.of(2026, 12, 20)).and("approver", "李某").and("ground", "情况复杂");
        assertThat(matters.take(people.office(), id, "extend", said, ids.next(), null)).isInstanceOfSatisfying(Performed.Refused.class, refused ->
                assertThat(refused.reasons()).singleElement().satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("answer-day-not-later");
                    assertThat(reason.text()).contains("2026年12月31日");
                }));
    }

    @Test
    @DisplayName("调整为终止：期限到此为止，子任务一并终止，谁的桌上都没有了")
    void termination() {
        var origin = issued("编印风物志");
        var below = subtask(titled("编印风物志").id(), "风物志·水利篇", people.supportUnit());
        assertThat(adjusted(origin, new Adjustment.Terminated("某发〔2026〕9号", "李某", "不再编印"))).isInstanceOf(Performed.Done.class);
        assertThat(titled("编印风物志").here().standing().title()).isEqualTo("已终止");
        assertThat(titled("编印风物志").here().ledgers().values()).allMatch(ledger -> ledger.stoppedAt() != null);
        assertThat(matters.find(people.office(), below).orElseThrow().here().over()).isTrue();
        assertThat(desk.of(people.lead())).extracting(DeskItem::title).doesNotContain("编印风物志");
        assertThat(desk.of(people.support())).extracting(DeskItem::title).doesNotContain("风物志·水利篇");
    }

    @Test
    @DisplayName("调整为中止：母件和子任务的期限都停住，恢复办理再接着算")
    void suspension() {
        var origin = issued("修缮旧粮仓");
        var below = subtask(titled("修缮旧粮仓").id(), "旧粮仓·屋面", people.supportUnit());
        assertThat(adjusted(origin, new Adjustment.Suspended("某发〔2026〕9号", "李某", "等文物鉴定"))).isInstanceOf(Performed.Done.class);
        assertThat(matters.find(people.office(), below).orElseThrow().here().ledgers().get("handle").standsStill()).isTrue();
        var id = titled("修缮旧粮仓").id();
        matters.take(people.office(), id, "resume", Particulars.NONE.and("ground", "鉴定完了"), ids.next(), null);
        assertThat(matters.find(people.office(), below).orElseThrow().here().ledgers().get("handle").runs()).isTrue();
    }

    @Test
    @DisplayName("转办以后，新的牵头单位看得到原来的子任务，由它复核、销号")
    void aNewLeadTakesOverTheSubtasks() {
        var id = opened();
        var below = subtask(id, "西片六村", people.supportUnit());
        matters.take(people.office(), id, "transfer", Particulars.NONE.and("lead", people.strangerUnit()).and("ground", "另有分工"), ids.next(), latest(id));
        assertThat(matters.subtasks(people.stranger(), id)).extracting(Matter::id).containsExactly(below);
        matters.take(people.support(), below, "finish", Particulars.NONE.and("words", "全部完成"), ids.next(), latest(below));
        assertThat(desk.of(people.stranger())).filteredOn(item -> item.matter().equals(below)).extracting(DeskItem::place).containsExactly(DeskItem.Place.TO_DO);
        assertThat(matters.take(people.lead(), below, "confirm", Particulars.NONE, ids.next(), latest(below))).isInstanceOf(Performed.Refused.class);
        assertThat(matters.take(people.stranger(), below, "confirm", Particulars.NONE, ids.next(), latest(below))).isInstanceOf(Performed.Done.class);
        assertThat(matters.take(people.stranger(), below, "close", Particulars.NONE, ids.next(), latest(below))).isInstanceOf(Performed.Done.class);
    }

    private MatterId subtask(MatterId parent, String title, UnitId lead) {
        var done = (Performed.Done) matters.open(people.lead(), ids.next(), new NewMatter(null, title, title, null, null, null, parent, lead, Set.of(),
                LocalDate.of(2026, 12, 10)));
        return MatterId.of(done.result().substring(done.result().lastIndexOf('/') + 1));
    }

    private UUID latest(MatterId id) {
        return matters.latestAct(people.office(), id).orElse(null);
    }

    @Test
    @DisplayName("导入下一年通知：暂定的期限重新推算，原因写进经过")
    void aNoticeReprojects() {
        clock.set("2026-12-28T09:00");
        var id = opened();
        var finish = Particulars.NONE.and("words", "全部完成");
        assertThat(matters.take(people.lead(), id, "finish", finish, ids.next(), null)).isInstanceOf(Performed.Done.class);
        assertThat(desk.of(people.office())).filteredOn(item -> item.matter().equals(id)).singleElement().satisfies(item -> {
            assertThat(item.due()).isEqualTo("2027-01-05");
            assertThat(item.provisional()).isTrue();
        });
        var text = """
            通知 关于2027年放假安排的通知
            文号 样〔2026〕1号
            印发 2026-12-28
            年份 2027
            休 2027-01-01 2027-01-04 元旦
            班 2027-01-09 元旦
            """;
        assertThat(calendars.importing(people.administrator(), ids.next(), text)).isInstanceOf(Performed.Done.class);
        assertThat(matters.notes(people.lead(), id)).extracting(MatterStore.Note::text)
                .anyMatch(note -> note.contains("到期日由2027-01-05改为2027-01-06，不再是暂定"));
        assertThat(calendars.calendar(people.lead()).knownThrough()).isEqualTo("2027-12-31");
    }

    @Test
    @DisplayName("在办事项转入：每一步按当时核对，错了整件不进")
    void bringsPastMatters() {
        var office = new Actor("王某", people.office().post().post(), people.office().post().unit(), Set.of("office"));
        var began = LocalDateTime.parse("2026-03-02T09:00");
        var assign = new Entry("assign", began, office, Particulars.NONE.and("lead", people.leadUnit()).and("due", LocalDate.of(2026, 6, 30)));
        var tooEarly = new Entry("urge", began.plusDays(3), office, Particulars.NONE.and("words", "请抓紧"));
        var past = new PastMatter(MatterKind.SUPERVISED, "旧1号", "清理台账", "清理多头台账", null, null, Opening.by(office.unit(), began), "王某", office.post(), List.of(assign));
        assertThat(bring(past)).isInstanceOf(Performed.Done.class);
        assertThat(desk.of(people.lead())).filteredOn(item -> item.number().equals("旧1号")).extracting(DeskItem::late).containsExactly(true);
        var wrong = new PastMatter(MatterKind.SUPERVISED, "旧2号", "清理台账", "清理多头台账", null, null, past.opening(), "王某", office.post(), List.of(assign, tooEarly));
        assertThat(bring(wrong)).isInstanceOf(Performed.Refused.class);
        assertThat(matters.inReach(people.office())).extracting(Matter::number).contains("旧1号").doesNotContain("旧2号");
    }

    private Performed bring(PastMatter past) {
        return acts.perform(people.office(), new Act(ids.next(), "test.brought", null, null, null, Map.of()),
                writing -> matters.bring(writing, past).map(MatterId::toString));
    }
}
