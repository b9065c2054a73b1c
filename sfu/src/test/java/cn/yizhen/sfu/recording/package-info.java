@NullMarked
package cn.yizhen.sfu.recording;

import org.jspecify.annotations.NullMarked;
