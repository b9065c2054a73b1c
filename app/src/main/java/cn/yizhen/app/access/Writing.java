package cn.yizhen.app.access;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The open transaction of an act.
 *
 * @param scope who acts
 * @param act   the act's identity, to be put into every row it writes
 * @param at    the moment of the act
 * @param sql   the way to the database
 */
public record Writing(Scope scope, UUID act, Instant at, JdbcClient sql) {}
