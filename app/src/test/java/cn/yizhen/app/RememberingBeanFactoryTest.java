package cn.yizhen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** What is remembered is what would be found. */
class RememberingBeanFactoryTest {

    private static final ResolvableType OF_NUMBERS = ResolvableType.forClassWithGenerics(Comparator.class, Integer.class);

    private final RememberingBeanFactory parts = new RememberingBeanFactory();

    @BeforeEach
    void freeze() {
        parts.registerBeanDefinition("numbers", new RootBeanDefinition(Numbers.class));
        parts.registerBeanDefinition("words", new RootBeanDefinition(Words.class));
        parts.freezeConfiguration();
    }

    @Test
    void answers_by_the_type_arguments_too() {
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers");
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers");
    }

    @Test
    void finds_what_came_after_it_was_first_asked() {
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers");
        parts.registerSingleton("late", new Numbers());
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers", "late");
        parts.destroySingleton("late");
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers");
        parts.removeBeanDefinition("numbers");
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).isEmpty();
    }

    @Test
    void whoever_changes_an_answer_changes_it_for_nobody_else() {
        parts.getBeanNamesForType(OF_NUMBERS)[0] = "changed";
        assertThat(parts.getBeanNamesForType(OF_NUMBERS)).containsExactly("numbers");
    }

    static final class Numbers implements Comparator<Integer> {

        @Override
        public int compare(Integer one, Integer other) {
            return one.compareTo(other);
        }
    }

    static final class Words implements Comparator<String> {

        @Override
        public int compare(String one, String other) {
            return one.compareTo(other);
        }
    }
}
