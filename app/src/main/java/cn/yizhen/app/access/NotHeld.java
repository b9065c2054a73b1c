package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PostId;

/** An address names a post that the asker does not hold today; answered with 403. */
public final class NotHeld extends RuntimeException {

    public NotHeld(PostId post) {
        super("post not held: " + post);
    }
}
