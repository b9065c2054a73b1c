package cn.yizhen.rules.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    @DisplayName("要两次：一次按时一次补办是期后补办，两次按时是已记录")
    void lateRecordsMakeItLate() {
        var evidence = new Evidence(1, 2);
        assertThat(evidence.mark(0)).isEqualTo(Mark.NONE);
        evidence.expect(0);
        evidence.note(0, false);
        assertThat(evidence.mark(0)).isEqualTo(Mark.UNMET);
        evidence.note(0, true);
        assertThat(evidence.mark(0)).isEqualTo(Mark.MET_LATE);
        evidence.note(0, false);
        assertThat(evidence.mark(0)).isEqualTo(Mark.MET);
    }

    @Test
    @DisplayName("一期登记两百次，撤回两百次，不差一次")
    void manyRecordsOfOnePlaceAreKeptExactly() {
        var evidence = new Evidence(1, 100);
        evidence.expect(0);
        for (int i = 0; i < 200; i++) {
            evidence.note(0, i % 2 == 0);
        }
        assertThat(evidence.mark(0)).isEqualTo(Mark.MET);
        evidence.retract(0, false);
        assertThat(evidence.mark(0)).isEqualTo(Mark.MET_LATE);
        for (int i = 0; i < 100; i++) {
            evidence.retract(0, true);
        }
        assertThat(evidence.mark(0)).isEqualTo(Mark.UNMET);
        for (int i = 0; i < 99; i++) {
            evidence.retract(0, false);
        }
        assertThatIllegalStateException().isThrownBy(() -> evidence.retract(0, false));
    }

    @Test
    @DisplayName("同意免办后又登记了，按登记算")
    void aRecordOutweighsAnExemption() {
        var evidence = new Evidence(1, 1);
        evidence.expect(0);
        evidence.exempt(0);
        assertThat(evidence.mark(0)).isEqualTo(Mark.EXEMPT);
        evidence.note(0, true);
        assertThat(evidence.mark(0)).isEqualTo(Mark.MET_LATE);
    }
}
