package cn.yizhen.rules.organisation;

import java.util.Set;

/**
 * A post (岗位) in a unit; who holds it is a {@link Holding}.
 *
 * @param code      the county's own code, unique among the posts of a day
 * @param title     as people say it: 党支部书记、副乡镇长
 * @param functions what the post is for, as institution files name it: {@code secretary},
 *                  {@code deputy-secretary}, {@code director}, {@code organisation-member},
 *                  {@code propaganda-member}, {@code discipline-member}, {@code recorder}, {@code contact},
 *                  {@code office}, {@code leader} (a county or township leader), {@code head} (the head of a
 *                  unit)
 * @param rank      place within the unit, 1 first
 */
public record Post(PostId id, String code, UnitId unit, String title, Set<String> functions, int rank) {

    public Post {
        functions = Set.copyOf(functions);
    }

    public boolean serves(String function) {
        return functions.contains(function);
    }
}
