/**
 * Who is to do what in which period, and how it stands: enumerated from the catalogue, the organisation
 * through the days and the records, never stored and never counted by multiplication.
 *
 * <p>It refuses to know where any of that is kept, who is asking, and what a page shows. Nothing it says is
 * a judgement of a person or a unit: 未见记录 is not 未开展.
 */
@NullMarked
package cn.yizhen.rules.duty;

import org.jspecify.annotations.NullMarked;
