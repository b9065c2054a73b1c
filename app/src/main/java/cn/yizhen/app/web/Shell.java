package cn.yizhen.app.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param county     name of the county
 * @param demo       says on every page that this is a demonstration
 * @param name       who is signed in, or null for nobody
 * @param posts      labels of the posts held today
 * @param navigation the entries open to this person, in order
 * @param path       the address shown now, for marking its entry
 * @param csrf       token every form carries
 * @param seat       the first post held today, under which the page's list is taken along; empty for none
 * @param key        act key of that taking, made as the page is
 */
public record Shell(
        String county,
        boolean demo,
        @Nullable String name,
        List<String> posts,
        List<NavEntry> navigation,
        String path,
        String csrf,
        String seat,
        UUID key) {

    public boolean isCurrent(NavEntry entry) {
        return entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href());
    }
}
