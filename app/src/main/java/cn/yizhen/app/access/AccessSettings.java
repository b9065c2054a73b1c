package cn.yizhen.app.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about entering; see {@code docs/operations.md}. GB/T 22239—2019 8.1.4.1 asks
 * for a limit of failures, an end of idle sessions and a second factor; the numbers are the county's.
 *
 * @param idle              how long a session may lie unused
 * @param absolute          how long it may last at most
 * @param sessions          how many one account may have at once; the oldest ends when one more begins
 * @param failures          wrong entries after which a login name rests
 * @param lock              how long it rests, and within what span the failures count
 * @param codeHolds         how long a one-time code, once given, holds for exports and wide scopes
 * @param entriesPerMinute  posts to the log-in pages one address may send in a minute
 * @param visitsPerMinute   requests one address may send in a minute to the pages that need no log-in
 * @param reportsPerMinute  posts to 减负直通车 one address may send in a minute
 */
@ConfigurationProperties("yizhen.access")
public record AccessSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("3") int sessions,
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("8h") Duration codeHolds,
        @DefaultValue("60") int entriesPerMinute,
        @DefaultValue("600") int visitsPerMinute,
        @DefaultValue("30") int reportsPerMinute) {}
