/**
 * Bytes nobody promised anything about, against everything that reads them. {@link cn.yizhen.sfu.fuzz.Target} names the
 * readers; the ordinary tests change good packets at random from a seed, {@code ./yizhen bench fuzz} lets coverage guide
 * a million inputs for each.
 */
package cn.yizhen.sfu.fuzz;
