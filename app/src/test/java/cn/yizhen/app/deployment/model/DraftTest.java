package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("草案")
class DraftTest {

    @Test
    @DisplayName("每一句都有去处，各部分加起来等于全文")
    void everySentenceIsAccountedFor() {
        var account = Accounting.of(Desk.drafted().deployment.draft());
        assertThat(account).hasToString("全文 5 句：立项 1／常态 1／控制 1／阅知 2／未处理 0");
    }

    @Test
    @DisplayName("没有列入的一句可以列入，而且只列一次")
    void aSentenceIsPromotedOnce() {
        var desk = Desk.drafted();
        var reader = new Reader(new Owners(OwnersTest.TABLE), () -> new java.util.UUID(7, 99));
        var closing = desk.deployment.draft().lines().getLast();
        desk.takes(reader.promoted(desk.deployment.draft(), closing, Handling.CONTINUING));
        assertThat(desk.row(99).wording()).isEqualTo("同志们，辛苦了");
        assertThat(Accounting.of(desk.deployment.draft()).of(Handling.NOTED)).isEqualTo(1);
        desk.takes(reader.promoted(desk.deployment.draft(), closing, Handling.CONTINUING));
        assertThat(desk.refusedFor()).containsExactly("row-taken-already");
    }

    @Test
    @DisplayName("合并保留原文的两处，拆分时标点不归任何一边")
    void mergedWordingKeepsBothPlacesAndSplitDropsThePunctuation() {
        var desk = Desk.drafted().takes(new Edit.Merged(Desk.id(1), List.of(Desk.id(2))));
        assertThat(desk.row(1).wording()).isEqualTo("制定培训办法；建立值班制度");
        assertThat(desk.row(1).spans()).hasSize(2);

        var other = Desk.drafted();
        int middle = Desk.TEXT.indexOf("培训");
        other.takes(new Edit.Split(Desk.id(1), middle, Desk.id(8)));
        assertThat(other.row(1).wording()).isEqualTo("制定");
        assertThat(other.row(8).wording()).isEqualTo("培训办法");
        other.takes(new Edit.Split(Desk.id(1), 0, Desk.id(9)));
        assertThat(other.refusedFor()).containsExactly("split-outside");
    }

    @Test
    @DisplayName("撤销一步步往回，原来的改动仍留在经过里")
    void undoGoesBackStepByStep() {
        var desk = Desk.drafted();
        desk.takes(new Edit.Regraded(List.of(Desk.id(3)), Handling.PROJECT));
        desk.takes(new Edit.Regraded(List.of(Desk.id(4)), Handling.NOTED));
        desk.takes(new Edit.Undone(2));
        assertThat(desk.refusedFor()).containsExactly("undo-not-latest");
        desk.takes(new Edit.Undone(3)).takes(new Edit.Undone(2));
        assertThat(desk.row(3).handling()).isEqualTo(Handling.CONTINUING);
        assertThat(desk.row(4).handling()).isEqualTo(Handling.LIMIT);
        assertThat(desk.deployment.entries()).hasSize(5);
        desk.takes(new Edit.Undone(1));
        assertThat(desk.refusedFor()).containsExactly("nothing-to-undo");
    }

    @Test
    @DisplayName("一次给许多条定牵头单位；牵头单位不能同时是配合单位")
    void manyRowsAreAssignedAtOnce() {
        var desk = Desk.drafted().takes(new Edit.Assigned(List.of(Desk.id(1), Desk.id(2)), Desk.led(Desk.OFFICE)));
        assertThat(desk.deployment.draft().rows()).filteredOn(row -> !row.assignment().open()).hasSize(2);
        desk.takes(new Edit.Assigned(List.of(Desk.id(1)), new Assignment(Desk.OFFICE, List.of(Desk.OFFICE), null, "", true)));
        assertThat(desk.refusedFor()).containsExactly("lead-also-supports");
    }

    @Test
    @DisplayName("时限不能早于文件日期，也不能定在已经过去的一天")
    void aDayIsNeitherBeforeTheDocumentNorPast() {
        var desk = Desk.drafted();
        desk.takes(new Edit.DueDecided(List.of(Desk.id(1)), Desk.DATE.minusDays(1), "提前"));
        assertThat(desk.refusedFor()).containsExactly("due-past");
        desk.today = Desk.DATE.minusDays(5);
        desk.takes(new Edit.DueDecided(List.of(Desk.id(1)), Desk.DATE.minusDays(1), "提前"));
        assertThat(desk.refusedFor()).containsExactly("due-before-document");
        desk.takes(new Edit.DueDecided(List.of(Desk.id(1)), Desk.DATE.plusDays(9), " "));
        assertThat(desk.refusedFor()).containsExactly("due-without-reason");
    }

    @Test
    @DisplayName("两人改的是不同的条，互不影响；改的是同一条，看得出来")
    void editsOnDifferentRowsDoNotDisturbEachOther() {
        var desk = Desk.drafted();
        desk.takes(new Edit.Regraded(List.of(Desk.id(3)), Handling.PROJECT));
        assertThat(desk.deployment.touchedSince(1)).containsExactly(Desk.id(3));
        desk.takes(new Edit.Undone(2));
        assertThat(desk.deployment.touchedSince(2)).containsExactly(Desk.id(3));
    }

    @Test
    @DisplayName("被合并掉的一条不能再改")
    void aRowThatIsGoneIsRefused() {
        var desk = Desk.drafted().takes(new Edit.Merged(Desk.id(1), List.of(Desk.id(2))));
        desk.takes(new Edit.Regraded(List.of(Desk.id(2)), Handling.NOTED));
        assertThat(desk.refusedFor()).containsExactly("row-gone");
    }
}
