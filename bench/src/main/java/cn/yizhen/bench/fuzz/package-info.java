/** Inputs nobody thought of, guided by the coverage they reach: a million for everything that reads a stranger's bytes. */
@NullMarked
package cn.yizhen.bench.fuzz;

import org.jspecify.annotations.NullMarked;
