package cn.yizhen.app.demo;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.matter.MatterKind;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.PastMatter;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Answer;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Particulars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A few matters of 云岭县 in every stage a newcomer should see, all invented, told back from the day the county was made. */
@Component
class DemoMatters implements DemoPart {

    private static final String VILLAGE = DemoCounty.CODE + "100201";
    private static final String TOWNSHIP = DemoCounty.CODE + "100";

    private final Matters matters;

    DemoMatters(Matters matters) {
        this.matters = matters;
    }

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public void add(Writing writing, Organisation county, LocalDate today) {
        var tell = new Telling(county, today);
        List.of(
                tell.supervised("编写村史馆讲解词", "年底前把全县村史馆的讲解词编写出来。", 45, -38, "B30", "B04")
                        .progress("B30", 20, "三个村史馆的讲解词已有初稿")
                        .progress("B30", 6, "初稿送县委宣传部审读"),
                tell.supervised("整修东片六村灌渠", "抓紧整修东片六个村的灌渠，秋灌前通水。", 70, 4, "B27", "B26", "B15")
                        .progress("B27", 30, "六个村已完工四个"),
                tell.supervised("修复跨界取水口", "修复东片两个乡镇共用的取水口。", 40, -25, "B27", "B26")
                        .progress("B27", 20, "图纸已出，正在核对两边的用水量")
                        .by("B27", 6, "ask-coordination", Particulars.NONE.and("ground", "取水口归哪个乡镇管一直没有定，两边都不肯先动工，请协调。")),
                tell.supervised("编写党课教材", "编写一套适合农村党员的党课教材。", 50, 8, "B12", "B03")
                        .by("B12", 9, "finish", Particulars.NONE.and("words", "教材八讲已经定稿，印发各党支部。")),
                tell.supervised("统一农村公路标识", "统一全县农村公路标识标牌。", 2, -60, "B24", "B25")
                        .by("B24", 1, "object", Particulars.NONE.and("ground", "农村公路标识由交通部门负责，请转县交通局。")),
                tell.supervised("清理多头工作台账", "清理部门向村里要的重复台账。", 90, 40, "B16", "B14")
                        .by("B16", 45, "finish", Particulars.NONE.and("words", "取消重复台账七种，保留的列出清单。"))
                        .office(43, "confirm", Particulars.NONE)
                        .office(43, "close", Particulars.NONE),
                tell.request(MatterKind.HELP, "村部屋顶漏雨，请帮助安排维修", 3, VILLAGE, TOWNSHIP),
                tell.request(MatterKind.PROBLEM, "三组水泵电表被撤，秋灌用不上水", 20, VILLAGE, "B26")
                        .by("B26", 17, "answer", Particulars.NONE.and("words", "已与供电所对接，电表重新装上，费用不由村里出。")),
                tell.villageDecision("村部旁空地改建晒场", 40)
                        .by(VILLAGE, 38, "discuss", tell.met(38, "due", 9, "present", 8, 8))
                        .by(VILLAGE, 36, "deliberate", tell.met(36, "voting-due", 20, "voting-present", 17, 16))
                        .by(VILLAGE, 33, "resolve", tell.met(33, "members", 35, "present", 29, 27))
                        .by(VILLAGE, 32, "announce", Particulars.NONE.and("place", "村务公开栏"))
                        .by(VILLAGE, 20, "carry-out", Particulars.NONE)
                        .by(VILLAGE, 6, "progress", Particulars.NONE.and("words", "地已平整，下周浇地坪")),
                tell.villageDecision("集体林地护林员聘用", 6)
                        .by(VILLAGE, 4, "discuss", tell.met(4, "due", 9, "present", 9, 8)),
                tell.message("留言〔2026〕18号", 5, "B14", "B25"),
                tell.message("留言〔2026〕17号", 12, "B14", "B31")
                        .by("B31", 8, "answer", Particulars.NONE.and("words", "已说明")))
                .forEach(tale -> bring(writing, tale));
    }

    private void bring(Writing writing, Tale tale) {
        if (matters.bring(writing, tale.matter()) instanceof Outcome.Refused<?>(var reasons)) {
            throw new IllegalStateException("an invented matter does not hold: " + reasons);
        }
    }

    private record Telling(Organisation county, LocalDate today) {

        Tale supervised(String title, String wording, int daysAgo, int dueAgo, String lead, String... support) {
            var office = actor("B01", "B01-08");
            var said = Particulars.NONE.and("lead", unit(lead)).and("due", today.minusDays(dueAgo))
                    .and("support", Arrays.stream(support).map(this::unit).toArray(UnitId[]::new));
            var opening = Opening.by(office.unit(), at(daysAgo));
            return new Tale(this, new PastMatter(MatterKind.SUPERVISED, null, title, wording, "县委专题会议纪要", null, opening, office.name(), office.post(),
                    List.of(new Entry("assign", opening.at(), office, said))));
        }

        Tale request(MatterKind kind, String words, int daysAgo, String from, String to) {
            var village = actor(from);
            return new Tale(this, new PastMatter(kind, null, words, words, null, null, Opening.by(village.unit(), at(daysAgo)).with("asked", unit(to)),
                    village.name(), village.post(), List.of()));
        }

        /** Opened by the village itself, seen by its branch and its township. */
        Tale villageDecision(String title, int daysAgo) {
            var village = actor(VILLAGE);
            var opening = Opening.by(village.unit(), at(daysAgo)).with("village", unit(VILLAGE)).with("branch", unit(VILLAGE + "Z1")).with("township", unit(TOWNSHIP));
            return new Tale(this, new PastMatter(MatterKind.VILLAGE_DECISION, null, title, title, null, null, opening, village.name(), village.post(), List.of()));
        }

        Tale message(String number, int daysAgo, String from, String to) {
            return request(MatterKind.MESSAGE, number, daysAgo, from, to);
        }

        /** What a step of a village decision asks for. */
        Particulars met(int daysAgo, String whole, int due, String part, int came, int inFavour) {
            return Particulars.NONE.and("day", at(daysAgo).toLocalDate()).and(whole, amount(due)).and(part, amount(came)).and("in-favour", amount(inFavour));
        }

        private static Answer amount(int number) {
            return new Answer.Amount(BigDecimal.valueOf(number));
        }

        UnitId unit(String code) {
            return county.unit(code).orElseThrow(() -> new IllegalStateException("no unit " + code)).id();
        }

        /** Whoever heads the unit. */
        Actor actor(String unit) {
            return county.posts(unit(unit)).stream().filter(post -> !county.holders(post.id()).isEmpty()).findFirst()
                    .map(post -> actor(post, Set.of())).orElseThrow(() -> new IllegalStateException("nobody in " + unit));
        }

        Actor actor(String unit, String post) {
            return county.posts(unit(unit)).stream().filter(p -> p.code().equals(post)).findFirst()
                    .map(p -> actor(p, Set.of("office"))).orElseThrow(() -> new IllegalStateException("no post " + post));
        }

        private Actor actor(Post post, Set<String> standing) {
            var name = county.person(county.holders(post.id()).getFirst().person()).map(Person::name).orElse("");
            return new Actor(name, post.id(), post.unit(), standing);
        }

        /** Ten in the morning of the last working day at least so many days ago. */
        LocalDateTime at(int daysAgo) {
            var day = today.minusDays(daysAgo);
            while (!WorkCalendar.builtIn().works(day)) {
                day = day.minusDays(1);
            }
            return day.atTime(10, 0);
        }
    }

    private record Tale(Telling telling, PastMatter matter) {

        Tale progress(String unit, int daysAgo, String words) {
            return by(unit, daysAgo, "progress", Particulars.NONE.and("words", words).and("as-of", telling.at(daysAgo).toLocalDate()));
        }

        Tale by(String unit, int daysAgo, String step, Particulars said) {
            return with(new Entry(step, telling.at(daysAgo), telling.actor(unit), said));
        }

        Tale office(int daysAgo, String step, Particulars said) {
            return with(new Entry(step, telling.at(daysAgo), telling.actor("B01", "B01-08"), said));
        }

        private Tale with(Entry entry) {
            var journal = new ArrayList<>(matter.journal());
            journal.add(entry);
            return new Tale(telling, new PastMatter(matter.kind(), matter.number(), matter.title(), matter.wording(), matter.source(), matter.paper(),
                    matter.opening(), matter.openedBy(), matter.opened(), journal));
        }
    }
}
