package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A person as of a day, as conditions see one ({@code person.…}): only what the posts are for.
 *
 * @param functions of all posts held on the day
 * @param unitKinds kinds of the units of those posts
 */
public record PersonView(Set<String> functions, Set<String> unitKinds) implements View {

    public PersonView {
        functions = Set.copyOf(functions);
        unitKinds = Set.copyOf(unitKinds);
    }
}
