package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import java.util.List;

/** The holders a scope may hand a slip to. The organisation answers. */
public interface SlipHolders {

    /**
     * @param post       the post the slip is for
     * @param unitName   where it is
     * @param title      of the post
     * @param person     who holds it today
     * @param personName as shown on the slip
     */
    record Holder(PostId post, String unitName, String title, PersonId person, String personName) {}

    /**
     * Holders within the scope's reach on its day, in the order of the division; a security administrator
     * reaches the county.
     *
     * @param words filters by unit, title or name; empty for all
     */
    List<Holder> below(Scope scope, String words);

    /** Who holds the post of this code on the scope's day; empty where there is no such post or nobody holds it. */
    List<Holder> holding(Scope scope, String postCode);
}
