package cn.yizhen.app.crypto;

/** A sealed value and a key do not belong together, or the value was changed. */
public final class WrongKey extends Exception {

    WrongKey() {
        super("value and key do not belong together");
    }
}
