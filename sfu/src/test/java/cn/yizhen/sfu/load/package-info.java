/**
 * Clients without a browser: a publisher that plays a recording and a receiver that reports, asks again and counts.
 * The acceptance tests and {@code ./yizhen bench sfu} use the same ones.
 */
package cn.yizhen.sfu.load;
