package cn.yizhen.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Spring remembers which beans are of a class, but not which are of a class with type arguments, and each of security's
 * chains asks two dozen of those of every bean: a twelfth of a start. Here both are remembered, from the moment no more
 * definitions are read in until one is all the same.
 */
final class RememberingBeanFactory extends DefaultListableBeanFactory {

    private record Question(ResolvableType type, boolean alsoPrototypes) {}

    private final Map<Question, String[]> answers = new ConcurrentHashMap<>();

    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
        if (!allowEagerInit || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
        }
        var question = new Question(type, includeNonSingletons);
        var known = answers.get(question);
        if (known == null) {
            // not computed inside the map: looking for beans may make some, which asks again
            known = super.getBeanNamesForType(type, includeNonSingletons, true);
            answers.put(question, known);
        }
        return known.clone();
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        answers.clear();
    }

    @Override
    public void removeBeanDefinition(String name) {
        super.removeBeanDefinition(name);
        answers.clear();
    }

    @Override
    public void registerSingleton(String name, Object singleton) {
        super.registerSingleton(name, singleton);
        answers.clear();
    }

    @Override
    public void destroySingleton(String name) {
        super.destroySingleton(name);
        answers.clear();
    }

    @Override
    public void destroySingletons() {
        super.destroySingletons();
        answers.clear();
    }
}
