package cn.yizhen.sfu.room;

import java.util.List;
import java.util.Map;

/** Somebody who is told everything and minds nothing; tests override what they wait for. */
public class Deaf implements Events {

    @Override
    public void upConnected() {}

    @Override
    public void downConnected() {}

    @Override
    public void slots(Map<String, String> slots) {}

    @Override
    public void weak(boolean weak) {}

    @Override
    public void speakers(List<String> participants) {}

    @Override
    public void ended(String why) {}
}
