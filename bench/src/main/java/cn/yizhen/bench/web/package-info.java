/** One county in the browser: many people at once over the real program, in a process of its own. */
@NullMarked
package cn.yizhen.bench.web;

import org.jspecify.annotations.NullMarked;
