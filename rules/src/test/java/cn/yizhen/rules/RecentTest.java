package cn.yizhen.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> worked = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(2);

    @Test
    @DisplayName("只留最近问过的：许久没人问的先走，再问时重新算")
    void whatNobodyAskedForGoes() {
        ask("甲", "乙", "甲", "丙", "甲", "乙");
        assertThat(worked).containsExactly("甲", "乙", "丙", "乙");
    }

    @Test
    @DisplayName("算的时候出了错，不留半个结果，下一次重新算")
    void aFailureLeavesNothing() {
        assertThatThrownBy(() -> recent.of("甲", _ -> {
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        ask("甲");
        assertThat(worked).containsExactly("甲");
    }

    @Test
    @DisplayName("算一个的时候可以问另一个")
    void workMayAskForOthers() {
        assertThat(recent.of("甲", _ -> recent.of("乙", key -> key) + "之上")).isEqualTo("乙之上");
    }

    private void ask(String... keys) {
        for (String key : keys) {
            assertThat(recent.of(key, asked -> {
                worked.add(asked);
                return asked + "的";
            })).isEqualTo(key + "的");
        }
    }
}
