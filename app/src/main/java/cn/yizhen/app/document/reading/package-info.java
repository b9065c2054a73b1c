/**
 * Workbooks filled in by people, taken apart with the place of everything, and given back as the same
 * workbook with the reason beside each faulty row.
 *
 * <p>It refuses to know what the rows mean: a {@link cn.yizhen.app.document.reading.Layout} says which columns
 * are looked for, and what it cannot read it reports as a finding with place and next step.
 */
@NamedInterface("reading")
@NullMarked
package cn.yizhen.app.document.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
