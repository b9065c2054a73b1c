package cn.yizhen.app.room;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** Records running rooms. */
class Recorder {

    /** @param nameOf a seat's name, for the list of tracks */
    void begin(UUID room, UnaryOperator<String> nameOf) {
    }

    void end(UUID room) {
    }
}
