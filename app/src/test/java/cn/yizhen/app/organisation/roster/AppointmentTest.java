package cn.yizhen.app.organisation.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private final OrganisationHistory history = DemoCounty.of(TODAY).organisation();
    private final Organisation before = history.asOf(AsOf.on(TODAY));
    private final PostId post = before.post("ZF-02").orElseThrow().id();
    private final PersonId holder = before.holders(post).getFirst().person();

    @Test
    @DisplayName("换人以后，岗位的分工一行不少，前一天仍是前任，班子的席位由接任的人接任")
    void whatThePostIsToDoStaysWithIt() {
        var seats = before.bodies(before.post(post).orElseThrow().unit()).stream()
                .filter(body -> before.members(body.id()).stream().anyMatch(member -> member.person().equals(holder))).map(body -> body.id()).collect(Collectors.toSet());
        assertThat(seats).isNotEmpty();
        var after = then(new Appointment(post, DAY, "任免文件", Set.of(holder), "闻新", null, HoldingKind.HOLDS, seats)).asOf(AsOf.on(DAY));
        assertThat(after.responsibilities(new Bearer.OfPost(post))).isEqualTo(before.responsibilities(new Bearer.OfPost(post))).isNotEmpty();
        var successor = after.holders(post).getFirst().person();
        assertThat(after.person(successor).orElseThrow().name()).isEqualTo("闻新");
        assertThat(seats).allSatisfy(seat -> assertThat(after.members(seat)).extracting(member -> member.person()).contains(successor).doesNotContain(holder));
        assertThat(then(new Appointment(post, DAY, "任免文件", Set.of(holder), "闻新", null, HoldingKind.HOLDS, Set.of())).asOf(AsOf.on(DAY.minusDays(1))).holders(post))
                .extracting(held -> held.person()).containsExactly(holder);
    }

    @Test
    @DisplayName("没有文件、没有人动、离任的人不在任、岗位还没有设，原因一次说完")
    void everyReasonAtOnce() {
        var nobody = new PersonId(UUID.randomUUID());
        assertThat(codes(new Appointment(post, DAY, " ", Set.of(nobody), "", null, HoldingKind.HOLDS, Set.of()))).containsExactly("appointment-paper-missing", "leaver-not-there");
        assertThat(codes(new Appointment(post, DAY, "文件", Set.of(), "", null, HoldingKind.HOLDS, Set.of()))).containsExactly("nobody-moves");
        assertThat(codes(new Appointment(post, LocalDate.of(1949, 1, 1), "文件", Set.of(), "甲", null, HoldingKind.HOLDS, Set.of()))).containsExactly("post-not-then");
        assertThat(codes(new Appointment(post, DAY, "文件", Set.of(), "甲", holder, HoldingKind.HOLDS, Set.of()))).containsExactly("holder-already");
    }

    @Test
    @DisplayName("一人八个岗位：调走其中一个，另外七个不动")
    void aHolderOfEightPostsLosesOne() {
        var person = holder;
        var posts = before.units().stream().flatMap(unit -> before.posts(unit.id()).stream()).filter(one -> before.holders(one.id()).isEmpty() || one.title().contains("股股长"))
                .filter(one -> before.postsOf(person).stream().noneMatch(held -> held.post().equals(one.id()))).limit(8 - before.postsOf(person).size()).toList();
        var eight = history;
        for (var one : posts) {
            eight = Edits.joined(List.of(eight, done(new Appointment(one.id(), TODAY, "文件", Set.of(), "某", person, HoldingKind.CONCURRENT, Set.of()).plan(eight, UUID::randomUUID))));
        }
        assertThat(eight.asOf(AsOf.on(TODAY)).postsOf(person)).hasSize(8);
        var seven = Edits.joined(List.of(eight, done(new Appointment(post, DAY, "文件", Set.of(person), "闻新", null, HoldingKind.HOLDS, Set.of()).plan(eight, UUID::randomUUID))));
        assertThat(seven.asOf(AsOf.on(DAY)).postsOf(person)).hasSize(7);
    }

    @Test
    @DisplayName("一个村一季度拆分两次：每一天在哪，后身是谁，都说得清")
    void aUnitSplitTwiceInAQuarter() {
        var code = DemoCounty.CODE + "100202";
        var first = split(history, LocalDate.of(2026, 10, 10), code, code + "A", code + "B");
        var second = split(first, LocalDate.of(2026, 11, 10), code + "A", code + "C", code + "D");
        assertThat(second.asOf(AsOf.on(LocalDate.of(2026, 10, 9))).unit(code)).isPresent();
        assertThat(second.asOf(AsOf.on(LocalDate.of(2026, 11, 9))).unit(code + "A")).isPresent();
        var now = second.asOf(AsOf.on(LocalDate.of(2026, 11, 10)));
        assertThat(now.unit(code + "A")).isEmpty();
        assertThat(List.of("B", "C", "D")).allSatisfy(letter -> assertThat(now.unit(code + letter)).isPresent());
        UnitId old = history.asOf(AsOf.on(TODAY)).unit(code).orElseThrow().id();
        var heirs = new Timeline(second, AsOf.LATEST).heirsOf(old, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
        assertThat(heirs).contains(now.unit(code + "B").orElseThrow().id(), now.unit(code + "C").orElseThrow().id(), now.unit(code + "D").orElseThrow().id());
    }

    @Test
    @DisplayName("分工调整写明文件：原有的改写依据，没有写到的结束；没有文件不能改")
    void linesChangeByTheirPaper() {
        var known = ChargeChanges.standing(history, DAY, new Bearer.OfPost(post));
        var kept = known.getFirst().value();
        var line = new Responsibility(kept.bearer(), kept.kind(), kept.subject(), List.of(), kept.over(), null, "新通知");
        var ending = known.stream().map(fact -> fact.id()).collect(Collectors.toSet());
        var after = Edits.joined(List.of(history, done(new ChargeChanges(DAY, "新通知", List.of(line), ending).plan(history, UUID::randomUUID)))).asOf(AsOf.on(DAY));
        assertThat(after.responsibilities(new Bearer.OfPost(post))).singleElement()
                .satisfies(one -> assertThat(one.basis()).isEqualTo("新通知"))
                .satisfies(one -> assertThat(one.substitute()).isEqualTo(kept.substitute()));
        assertThat(new ChargeChanges(DAY, "", List.of(), Set.of()).plan(history, UUID::randomUUID)).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reasons()).hasSize(2));
    }

    private static OrganisationHistory split(OrganisationHistory history, LocalDate day, String code, String one, String other) {
        return Edits.joined(List.of(history, done(new Reorganisation(SuccessionKind.SPLIT, day, "批复", List.of(code),
                List.of(new Reorganisation.Named(one, one + "村"), new Reorganisation.Named(other, other + "村"))).plan(history, UUID::randomUUID))));
    }

    private OrganisationHistory then(Appointment appointment) {
        return Edits.joined(List.of(history, done(appointment.plan(history, UUID::randomUUID))));
    }

    private static OrganisationHistory done(Outcome<OrganisationHistory> outcome) {
        return switch (outcome) {
            case Outcome.Done<OrganisationHistory>(var facts) -> facts;
            case Outcome.Refused<OrganisationHistory>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private List<String> codes(Appointment appointment) {
        return appointment.plan(history, UUID::randomUUID) instanceof Outcome.Refused<OrganisationHistory>(var reasons)
                ? reasons.stream().map(reason -> reason.code()).toList() : List.of();
    }
}
