package cn.yizhen.rules.duty;

import java.time.LocalDate;

/** What someone has said about an instance; all that is ever stored about one. */
public sealed interface Said {

    /** The day it was said. */
    LocalDate on();

    /** Name and post of whoever said it. */
    String by();

    /**
     * 免办: it need not be done this once.
     *
     * @param ground in plain Chinese
     */
    record Exempted(LocalDate on, String by, String ground) implements Said {}

    /** 说明: why it stands as it does; changes nothing. */
    record Explained(LocalDate on, String by, String text) implements Said {}

    /** 已在××登记: it is noted in the system above that keeps it; met, with nothing typed twice. */
    record KeptElsewhere(LocalDate on, String by, LocalDate day, String system) implements Said {}

    /**
     * 移交: someone else sees to it; the instance stays where it is.
     *
     * @param to name of the post that took it over
     */
    record HandedOver(LocalDate on, String by, String to) implements Said {}
}
