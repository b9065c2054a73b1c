/**
 * Reads institution files: text in, institutions out, or every fault at once in plain Chinese with file, line
 * and column.
 *
 * <p>It refuses to know where files lie and what they are used for; it never repairs or guesses a value.
 */
@NullMarked
package cn.yizhen.rules.institution.reading;

import org.jspecify.annotations.NullMarked;
