/** Benchmarks, each with its peers in the same run and one line of JSON at its end. */
@NullMarked
package cn.yizhen.bench;

import org.jspecify.annotations.NullMarked;
