package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A post as of a day, as conditions see it ({@code post.…}).
 *
 * @param functions what the post is for, such as {@code secretary}, {@code leader}, {@code head}
 * @param held      whether anyone holds it on the day
 */
public record PostView(Set<String> functions, boolean held) implements View {

    public PostView {
        functions = Set.copyOf(functions);
    }
}
