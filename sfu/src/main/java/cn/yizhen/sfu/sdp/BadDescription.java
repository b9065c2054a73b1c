package cn.yizhen.sfu.sdp;

/** A description that cannot be worked with: a mistake of the client, told to it in words of this protocol. */
public final class BadDescription extends RuntimeException {

    BadDescription(String what) {
        super(what);
    }
}
