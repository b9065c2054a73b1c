package cn.yizhen.bench.sfu;

import java.io.IOException;

/** How clients come to their connections, which each server does in its own way. */
interface Signalling extends AutoCloseable {

    /** @return the server's answer to what publisher number {@code publisher} will send */
    String publish(int publisher, String client) throws Exception;

    /** @return the server's offer to receiver number {@code receiver}, who will see the first {@code publishers} publishers other than itself */
    String subscribe(int receiver, int publishers) throws Exception;

    /** The receiver's answer; from now on it gets the largest picture of everybody. */
    void answer(int receiver, String answer) throws Exception;

    @Override
    void close() throws IOException;
}
