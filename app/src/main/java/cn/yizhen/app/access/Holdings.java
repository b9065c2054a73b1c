package cn.yizhen.app.access;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import java.util.List;
import java.util.Optional;

/** Who holds which posts. The organisation answers; {@code access} itself knows no posts. */
public interface Holdings {

    /** The posts of a person as of a day, in the order the person should see them; empty when none. */
    List<HeldPost> heldBy(String county, PersonId person, AsOf asOf);

    /** A post of the day, whoever holds it; empty when there is none any more. */
    Optional<HeldPost> post(String county, PostId post, AsOf asOf);

    /** The name shown for a person, or an empty string when it has been erased. */
    String nameOf(String county, PersonId person);
}
