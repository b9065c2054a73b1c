package cn.yizhen.app.web;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the navigation; a module offers its own as a bean.
 *
 * @param label      two to six characters
 * @param href       where it leads
 * @param order      lower comes first; the desk is 0
 * @param permission name of the permission it needs, or null when everyone signed in may see it
 */
public record NavEntry(String label, String href, int order, @Nullable String permission) {

    public static NavEntry forEveryone(String label, String href, int order) {
        return new NavEntry(label, href, order, null);
    }
}
