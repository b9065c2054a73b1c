package cn.yizhen.rules.institution;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/**
 * One name an expression may use: a component of a view, such as {@code unit.full_members}.
 *
 * @param ofTheDay whether it is marked {@link OfTheDay}
 */
record Variable(String name, Class<? extends View> view, CelType type, Function<View, Object> accessor, boolean ofTheDay) {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private static final List<Class<? extends View>> VIEWS =
            List.of(UnitView.class, PostView.class, BodyView.class, PersonView.class, RecordView.class,
                    DemandView.class);

    static final List<Variable> ALL = VIEWS.stream().flatMap(Variable::of).toList();

    private static Stream<Variable> of(Class<? extends View> view) {
        var prefix = view.getSimpleName().replace("View", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(view.getRecordComponents()).map(component -> new Variable(
                prefix + "." + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                view, celType(component.getType()), reading(component.getAccessor()),
                component.isAnnotationPresent(OfTheDay.class)));
    }

    static List<Variable> seenBy(Set<Class<? extends View>> views) {
        return ALL.stream().filter(variable -> views.contains(variable.view())).toList();
    }

    /** The value as the expression engine expects it. */
    Object in(View seen) {
        return switch (accessor.apply(seen)) {
            case Integer number -> number.longValue();
            case Set<?> words -> List.copyOf(words);
            case Object value -> value;
        };
    }

    /** As fast as a call in the source: a roll-up of a county reads some hundred thousand values. */
    @SuppressWarnings("unchecked")
    private static Function<View, Object> reading(Method accessor) {
        try {
            MethodHandle handle = LOOKUP.unreflect(accessor);
            return (Function<View, Object>) LambdaMetafactory.metafactory(LOOKUP, "apply", MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class), handle, handle.type().wrap()).getTarget().invoke();
        } catch (Throwable unreadable) {
            throw new IllegalStateException("a view cannot be read: " + accessor, unreadable);
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
