package cn.yizhen.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** A rehearsal's program only looks on: no library may make it act at set times either. */
class LookingOnTest {

    @Test
    void nothing_is_scheduled_where_the_setting_says_so() {
        assertThat(schedules("false")).isFalse();
        assertThat(schedules("true")).isTrue();
    }

    /** Finds out which parts the program would have, without making any. */
    private static boolean schedules(String setting) {
        try (var program = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of("yizhen.scheduling=" + setting).applyTo(program);
            program.register(YizhenApplication.class);
            program.refreshForAotProcessing(new RuntimeHints());
            return program.containsBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }
}
