package cn.yizhen.sfu.media;

/** What a published track shows. */
public enum Kind {
    MICROPHONE,
    CAMERA,
    SCREEN;

    public boolean isVideo() {
        return this != MICROPHONE;
    }
}
