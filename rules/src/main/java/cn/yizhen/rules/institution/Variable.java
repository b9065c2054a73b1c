package cn.yizhen.rules.institution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/** One name an expression may use: a component of a view, such as {@code unit.full_members}. */
record Variable(String name, Class<? extends View> view, CelType type, Method accessor) {

    private static final List<Class<? extends View>> VIEWS =
            List.of(UnitView.class, PostView.class, BodyView.class, PersonView.class, RecordView.class,
                    DemandView.class);

    static final List<Variable> ALL = VIEWS.stream().flatMap(Variable::of).toList();

    private static Stream<Variable> of(Class<? extends View> view) {
        var prefix = view.getSimpleName().replace("View", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(view.getRecordComponents()).map(component -> new Variable(
                prefix + "." + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                view, celType(component.getType()), component.getAccessor()));
    }

    static List<Variable> seenBy(Set<Class<? extends View>> views) {
        return ALL.stream().filter(variable -> views.contains(variable.view())).toList();
    }

    /** The value as the expression engine expects it. */
    Object in(View seen) {
        try {
            var value = accessor.invoke(seen);
            return switch (value) {
                case Integer number -> number.longValue();
                case Set<?> words -> List.copyOf(words);
                default -> value;
            };
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a view cannot be read: " + name, e);
        }
    }

    private static CelType celType(Class<?> type) {
        return type == String.class ? SimpleType.STRING
                : type == int.class ? SimpleType.INT
                : type == boolean.class ? SimpleType.BOOL
                : type == Set.class ? ListType.create(SimpleType.STRING)
                : unsupported(type);
    }

    private static CelType unsupported(Class<?> type) {
        throw new IllegalStateException("an expression cannot see a " + type);
    }
}
