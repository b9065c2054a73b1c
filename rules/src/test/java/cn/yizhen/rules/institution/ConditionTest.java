package cn.yizhen.rules.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.yizhen.rules.institution.Condition.Mention;
import cn.yizhen.rules.institution.Conditions.Compiled;

@DisplayName("条件")
class ConditionTest {

    private static final UnitView BRANCH = new UnitView("branch", "village", true, 2, 9, 11, Set.of("finance=monthly"),
            "none", 11, 0, 0, 0, 0, 0);

    @Test
    @DisplayName("按单位、岗位、班子和记录的事实判断")
    void holdsForWhatItIsGiven() {
        assertThat(over(BearerKind.UNIT, "unit.kind == 'branch' && unit.has_committee").holds(BRANCH)).isTrue();
        assertThat(over(BearerKind.UNIT, "unit.full_members < 7 || unit.groups > 2").holds(BRANCH)).isFalse();
        assertThat(over(BearerKind.UNIT, "'finance=monthly' in unit.marks").holds(BRANCH)).isTrue();
        assertThat(over(BearerKind.POST, "'secretary' in post.functions && unit.kind in ['branch', 'village']")
                .holds(new PostView(Set.of("secretary"), true), BRANCH)).isTrue();
        assertThat(over(BearerKind.BODY, "body.kind == 'party-group' && !(unit.kind == 'branch')")
                .holds(BRANCH, new BodyView("party-group", 4))).isFalse();
        assertThat(records("record.kind == 'lesson' && 'secretary' in record.led_by")
                .holds(new RecordView("lesson", Set.of(), Set.of("secretary", "leader")))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "record.kind == 'lesson' ; lesson",
            "'lesson' == record.kind && 'secretary' in record.led_by ; lesson",
            "'study' in record.topics && record.kind in ['assembly', 'lesson'] ; assembly lesson",
            "record.kind == 'lesson' || record.kind == 'assembly' ; assembly lesson",
            "record.kind in ['assembly', 'lesson'] && record.kind in ['lesson', 'visit'] ; lesson",
            "record.kind == 'lesson' && !(record.kind == 'assembly') ; lesson",
            "false ; ``",
            "record.kind != 'lesson' ; any",
            "!(record.kind == 'lesson') ; any",
            "record.kind == 'lesson' || 'study' in record.topics ; any",
            "'lesson' in record.topics ; any",
            "true ; any"})
    @DisplayName("从写法看得出至多对哪几类记录成立的，别的记录就不用读；看不出来的，照样全读")
    void confinesTheKindsOfRecords(String text, String kinds) {
        assertThat(records(text).kinds().map(words -> String.join(" ", new TreeSet<>(words))).orElse("any")).isEqualTo(kinds);
    }

    @Test
    @DisplayName("问任期满几个月、群过没过解散日的，逐日判断；其余在名册没有变动的日子里只判断一次")
    void knowsWhatPassesWithDays() {
        assertThat(over(BearerKind.UNIT, "unit.kind == 'branch' && unit.term_months >= 54").passesWithDays()).isTrue();
        assertThat(over(BearerKind.POST, "'head' in post.functions && unit.groups_past > 0").passesWithDays()).isTrue();
        assertThat(over(BearerKind.UNIT, "unit.kind == 'branch' && unit.work_groups > 0").passesWithDays()).isFalse();
    }

    @Test
    @DisplayName("缺少所需的事实是程序缺陷")
    void refusesToGuess() {
        var condition = over(BearerKind.POST, "post.held");
        assertThatThrownBy(() -> condition.holds(BRANCH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("记下它拿来比较的词，供核对")
    void mentionsTheWordsItCompares() {
        assertThat(over(BearerKind.POST, "unit.kind in ['village', 'community'] && 'head' in post.functions").mentions())
                .extracting(Mention::variable, Mention::word)
                .containsExactlyInAnyOrder(tuple("unit.kind", "village"),
                        tuple("unit.kind", "community"),
                        tuple("post.functions", "head"));
    }

    @ParameterizedTest
    @DisplayName("写错的条件，说清哪里错、怎么改")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unit.knd == 'branch'             | 0  | 条件里不认识“unit.knd”，是不是“unit.kind”？
            unit.kind == 3                   | 10 | 两边的类型不能这样用（文字、整数）
            unit.kind                        | 4  | 条件的结果应为“是”或“否”，现在得到的是文字
            record.kind == 'visit'           | 0  | 条件里不认识“record.kind”
            unit.kind == 'branch' &&         | 24 | 条件的写法有误
            timestamp('2026-01-01T00:00:00Z') == timestamp('2026-01-01T00:00:00Z') | 9 | 条件里不认识“timestamp”
            unit.marks.exists(m, m == 'a')   | 17 | 条件里不认识
            unit.kind.matches('b.*')         | 17 | 条件里不认识
            unit.members + 1 > 3             | 13 | 条件里不认识
            """)
    void faultsAreInChinese(String text, int column, String message) {
        var compiled = Conditions.over(BearerKind.UNIT, text);
        assertThat(compiled).isInstanceOf(Compiled.Faulty.class);
        var faults = ((Compiled.Faulty) compiled).faults();
        assertThat(faults.getFirst().text()).contains(message);
        assertThat(faults.getFirst().column()).isEqualTo(column);
    }

    @Test
    @DisplayName("太长的条件不收")
    void refusesLongExpressions() {
        var text = String.join(" || ", Collections.nCopies(60, "unit.kind == 'branch'"));
        var compiled = (Compiled.Faulty) Conditions.over(BearerKind.UNIT, text);
        assertThat(compiled.faults().getFirst().text()).contains("条件太长");
    }

    private static Condition over(BearerKind bearer, String text) {
        return ((Compiled.Sound) Conditions.over(bearer, text)).condition();
    }

    private static Condition records(String text) {
        return ((Compiled.Sound) Conditions.overRecords(text)).condition();
    }
}
