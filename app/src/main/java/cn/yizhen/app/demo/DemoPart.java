package cn.yizhen.app.demo;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;

/** Something the demo county has besides its organisation; each part is brought in by one act, once. */
interface DemoPart {

    /** Names the part for good: what was brought in under it is not brought in again. */
    String name();

    /** @param today the day the county is made for */
    void add(Writing writing, Organisation organisation, LocalDate today);
}
