package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A person as of a day, as conditions see one ({@code person.…}): only what the posts are for.
 *
 * @param functions of all posts held on the day
 */
public record PersonView(Set<String> functions) implements View {

    public PersonView {
        functions = Set.copyOf(functions);
    }
}
