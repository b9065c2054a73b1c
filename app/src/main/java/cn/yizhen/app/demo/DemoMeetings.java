package cn.yizhen.app.demo;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.meeting.SampleMeetings;
import cn.yizhen.rules.AsOf;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** One meeting of 云岭县 to come and one with its minutes, told through the program as a department's office would. */
@Component
class DemoMeetings {

    private static final String CLERK = "xuanchuan";

    private final Accounts accounts;
    private final Scopes scopes;
    private final SampleMeetings sample;

    DemoMeetings(Accounts accounts, Scopes scopes, SampleMeetings sample) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.sample = sample;
    }

    /** Does nothing the second time; nor in a county that was made before there was such a clerk. */
    void tell(String county, LocalDate today) {
        accounts.find(county, CLERK).ifPresent(account -> {
            var scope = scopes.of(account, AsOf.on(today));
            scope.posts().stream().findFirst().ifPresent(post -> sample.tell(scope.under(post.post()), today));
        });
    }
}
