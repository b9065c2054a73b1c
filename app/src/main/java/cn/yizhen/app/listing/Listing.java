package cn.yizhen.app.listing;

import cn.yizhen.app.access.Scope;
import java.util.Map;

/** A list that a page shows and somebody may take along. Made from the same rows as the page, so that both say the same. */
public interface Listing {

    /** Its name in addresses: matters, promises. */
    String name();

    /**
     * The list as the page shows it.
     *
     * @param scope over all posts the asker holds, as the page has it
     * @param asked what stands in the page's address, by name; an unreadable word is as good as none
     */
    Listed of(Scope scope, Map<String, String> asked);
}
