package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A demand as conditions see it ({@code demand.…}).
 *
 * @param kind   word of {@link DemandKind}
 * @param traits words of {@link DemandTrait}
 */
public record DemandView(String kind, Set<String> traits) implements View {

    public DemandView {
        traits = Set.copyOf(traits);
    }
}
