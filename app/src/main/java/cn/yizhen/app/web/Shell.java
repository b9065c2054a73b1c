package cn.yizhen.app.web;

import java.util.List;
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
 */
public record Shell(
        String county,
        boolean demo,
        @Nullable String name,
        List<String> posts,
        List<NavEntry> navigation,
        String path,
        String csrf) {

    public boolean isCurrent(NavEntry entry) {
        return entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href());
    }
}
