package cn.yizhen.app.access;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this database was made for, checked before anything is served: a demonstration never opens a
 * county's database, a county never opens a demonstration's, and nobody runs in a role that could look
 * past the row policies.
 */
@Component
public class Installation implements InitializingBean {

    private record Made(String county, boolean demo) {}

    private final Transactions transactions;
    private final HostSettings settings;
    private final Clock clock;

    Installation(Transactions transactions, HostSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        var scope = Scope.system(settings.county(), "核对数据库", AsOf.on(LocalDate.now(clock)));
        transactions.writing(scope, sql -> {
            refuseStrongRoles(sql);
            var made = sql.sql("select county, demo from installation")
                    .query((row, number) -> new Made(row.getString(1), row.getBoolean(2))).optional();
            made.ifPresentOrElse(this::compare, () -> write(sql));
            return true;
        });
    }

    private static void refuseStrongRoles(JdbcClient sql) {
        var strong = sql.sql("""
                select exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))
                    or exists (select from pg_class c join pg_roles r on r.oid = c.relowner
                               where r.rolname = current_user and c.relnamespace = 'public'::regnamespace)
                """).query(Boolean.class).single();
        if (strong) {
            throw new CannotStart("数据库用户权限过大（超级用户、可绕过行级策略，或拥有表），不能用来运行。",
                    "请用 yizhen_app 这样的普通用户连接，表归 yizhen_owner 所有；见 docs/operations.md。");
        }
    }

    private void compare(Made made) {
        if (made.demo() && !settings.demo()) {
            throw new CannotStart("这个数据库是演示用的，不能用于正式运行。", "请换一个数据目录（--data）或数据库。");
        }
        if (!made.demo() && settings.demo()) {
            throw new CannotStart("这个数据库不是演示库，演示模式不能打开。", "正式运行请加 --no-demo；演示请换一个数据目录（--data）。");
        }
        if (!made.county().equals(settings.county())) {
            throw new CannotStart("这个数据库属于区划代码 " + made.county() + "，与设置的 " + settings.county() + " 不符。",
                    "请核对 yizhen.county。");
        }
    }

    private void write(JdbcClient sql) {
        sql.sql("insert into installation (county, county_name, demo, created) values (?, ?, ?, ?)")
                .params(settings.county(), settings.countyName(), settings.demo(), Timestamp.from(clock.instant())).update();
    }
}
