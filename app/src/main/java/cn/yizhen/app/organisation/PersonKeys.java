package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.crypto.OwnKeys;
import cn.yizhen.app.crypto.Vault;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Sees at the start that the master key belongs to this database, and wraps the keys of persons anew when
 * another master key takes over: one act, or nothing.
 */
@Component
@DependsOn("installation")
class PersonKeys implements InitializingBean {

    private final Vault vault;
    private final OwnKeys own;
    private final Acts acts;
    private final Transactions transactions;
    private final HostSettings settings;
    private final Clock clock;
    private final boolean attached;

    PersonKeys(Vault vault, OwnKeys own, Acts acts, Transactions transactions, HostSettings settings, Clock clock,
            @Value("${yizhen.attached:false}") boolean attached) {
        this.vault = vault;
        this.own = own;
        this.acts = acts;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.attached = attached;
    }

    @Override
    public void afterPropertiesSet() {
        if (attached) {
            return; // whoever only looks on reads no name and changes no key
        }
        var scope = Scope.system(settings.county(), "核对主密钥", AsOf.on(LocalDate.now(clock)));
        var known = known(scope);
        if (known.isEmpty()) {
            vault.begin();
        } else if (!vault.has(known.get()) && !vault.succeeds(known.get())) {
            if (anybodyIsNamed(scope)) {
                throw refusal(known.get());
            }
            vault.begin();
        }
        var current = vault.current().orElseThrow();
        if (!known.equals(Optional.of(current))) {
            takeOver(scope, current);
        }
        own.rewrap();
        vault.retire();
    }

    private CannotStart refusal(String known) {
        return vault.current().isEmpty()
                ? new CannotStart("找不到主密钥文件 " + vault.file() + "，而库里的姓名是用主密钥 " + known + " 保护的。",
                        "请把原来的文件放回，或用 ./yizhen restore 从密钥备份恢复；不要新建，新建的读不出已有的姓名。")
                : new CannotStart("主密钥不对：库里用的是 " + known + "，现在给的是 " + vault.current().get() + "（" + vault.place() + "）。",
                        "请换成校验值为 " + known + " 的主密钥文件，或接上原来的密码设备。数据没有动过。");
    }

    private Optional<String> known(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select id from master_key order by number desc limit 1").query(String.class).optional());
    }

    /** With nobody's name kept yet, any master key will do. */
    private boolean anybodyIsNamed(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("""
                select exists (select from person_key)
                    or exists (select from person_data d where not exists (select from person_erasure e where e.person = d.person))
                """).query(Boolean.class).single());
    }

    private void takeOver(Scope scope, String id) {
        var key = UUID.nameUUIDFromBytes(("master-key:" + id).getBytes(StandardCharsets.UTF_8));
        var act = new Act(key, "master-key.taken-over", null, null, null, Map.of("key", id, "algorithm", vault.algorithm()));
        var performed = acts.perform(scope, act, writing -> {
            rewrap(writing);
            writing.sql().sql("insert into master_key (id, county, act, algorithm, number) select ?, ?, ?, ?, count(*) + 1 from master_key")
                    .params(id, scope.county(), writing.act(), vault.algorithm()).update();
            return Outcome.done("/");
        });
        if (!(performed instanceof Performed.Done)) {
            throw new IllegalStateException("the master key could not be noted: " + performed);
        }
    }

    private void rewrap(Writing writing) {
        var old = writing.sql().sql("select person, secret from person_key").query((row, _) ->
                Map.entry(row.getObject(1, UUID.class), row.getBytes(2))).list();
        old.stream().filter(key -> !vault.isCurrent(key.getValue())).forEach(key ->
                writing.sql().sql("update person_key set secret = ? where person = ?").params(vault.rewrapped(key.getValue()), key.getKey()).update());
    }
}
