package cn.yizhen.app.access;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how far that reaches: decided once per request and handed on as a parameter. Every read
 * of county data takes one; row policies see the same values.
 *
 * @param county      division code
 * @param account     who entered; the nil UUID for a system actor
 * @param person      the person behind the account, or null for an administrator's account
 * @param name        how the asker is named on pages and acts
 * @param posts       every post held on the day, or the one acted under (see {@link #under})
 * @param permissions of those posts and of the account's roles
 * @param roots       units whose subtree is reached
 * @param kinds       record kinds kept by the asker's department
 * @param asOf        the two points in time
 * @param purpose     set for a system actor only: what it runs for
 */
public record Scope(
        String county,
        UUID account,
        @Nullable PersonId person,
        String name,
        List<HeldPost> posts,
        Set<Permission> permissions,
        Set<UnitId> roots,
        Set<String> kinds,
        AsOf asOf,
        @Nullable String purpose) {

    private static final UUID NOBODY = new UUID(0, 0);

    public Scope {
        posts = List.copyOf(posts);
        permissions = Set.copyOf(permissions);
        roots = Set.copyOf(roots);
        kinds = Set.copyOf(kinds);
    }

    /** The scope of an account over all the posts its person holds. */
    public static Scope of(
            String county,
            UUID account,
            @Nullable PersonId person,
            String name,
            Set<Permission> roles,
            List<HeldPost> posts,
            AsOf asOf) {
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(roles);
        var roots = new HashSet<UnitId>();
        var kinds = new HashSet<String>();
        for (var post : posts) {
            permissions.addAll(post.permissions());
            roots.addAll(post.roots());
            kinds.addAll(post.kinds());
        }
        return new Scope(county, account, person, name, posts, permissions, roots, kinds, asOf, null);
    }

    /** A named background actor; reaches its whole county, and says what for. */
    public static Scope system(String county, String purpose, AsOf asOf) {
        return new Scope(county, NOBODY, null, "系统：" + purpose, List.of(), Set.of(), Set.of(), Set.of(), asOf, purpose);
    }

    public boolean has(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * This scope narrowed to acting under one post: its units, its permissions.
     *
     * @throws NotHeld when the asker does not hold the post on the day
     */
    public Scope under(PostId post) {
        var held = posts.stream().filter(p -> p.post().equals(post)).findFirst().orElseThrow(() -> new NotHeld(post));
        return new Scope(county, account, person, name, List.of(held), held.permissions(), held.roots(), held.kinds(), asOf, null);
    }

    /** The post acted under: the only one of a scope made by {@link #under}. */
    public HeldPost post() {
        if (posts.size() != 1) {
            throw new IllegalStateException("no single post in this scope");
        }
        return posts.getFirst();
    }

    public Scope at(AsOf point) {
        return new Scope(county, account, person, name, posts, permissions, roots, kinds, point, purpose);
    }

    public boolean isSystem() {
        return purpose != null;
    }
}
