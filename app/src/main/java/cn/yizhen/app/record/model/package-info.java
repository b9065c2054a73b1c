/**
 * What a record says and what makes it sound, as pure functions over values.
 *
 * <p>It refuses to know where records are kept and who is asking.
 */
@NamedInterface("model")
@NullMarked
package cn.yizhen.app.record.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
