package cn.yizhen.app.demo;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.demo.county.Happenings;
import cn.yizhen.app.record.Noting;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The county's year of records; what other parts note takes the numbers after it. */
@Component
@Order(0)
class DemoRecords implements DemoPart {

    private final Noting noting;

    DemoRecords(Noting noting) {
        this.noting = noting;
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public void add(Writing writing, Organisation organisation, LocalDate today) {
        noting.bring(writing, Happenings.of(DemoCounty.of(today)));
    }
}
