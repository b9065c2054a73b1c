package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.Set;

/**
 * A post somebody holds on the day asked about.
 *
 * @param title       as printed, without the unit («党支部书记»)
 * @param unitName    short name of the unit
 * @param permissions what the post's functions allow
 * @param roots       units whose whole subtree the post reaches
 * @param kinds       record kinds whose institution the post's department keeps
 * @param wide        whether it reaches beyond its own unit: other units below, or by what it allows
 */
public record HeldPost(
        PostId post,
        UnitId unit,
        String title,
        String unitName,
        Set<Permission> permissions,
        Set<UnitId> roots,
        Set<String> kinds,
        boolean wide) {

    public HeldPost {
        permissions = Set.copyOf(permissions);
        roots = Set.copyOf(roots);
        kinds = Set.copyOf(kinds);
    }

    /** A post that reaches beyond its unit only by what it allows. */
    public HeldPost(PostId post, UnitId unit, String title, String unitName, Set<Permission> permissions, Set<UnitId> roots, Set<String> kinds) {
        this(post, unit, title, unitName, permissions, roots, kinds, !permissions.isEmpty() || !kinds.isEmpty());
    }

    public String label() {
        return joined(unitName, title);
    }

    /** Unit and title without saying the same twice: 铜坝村党支部 and 党支部书记 make 铜坝村党支部书记, 县文旅局 and 局长 stay 县文旅局局长. */
    public static String joined(String unit, String title) {
        for (int overlap = Math.min(unit.length(), title.length()); overlap > 1; overlap--) {
            if (unit.endsWith(title.substring(0, overlap))) {
                return unit + title.substring(overlap);
            }
        }
        return unit + title;
    }
}
