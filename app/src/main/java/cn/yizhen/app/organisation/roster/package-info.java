/**
 * The county's roster (机构名册) as one workbook, and what bringing it in would change: pure functions from the
 * organisation as it stands and the rows of a workbook to a plan.
 *
 * <p>It refuses to know storage, pages and who asks. Nothing here changes anything.
 */
@NullMarked
package cn.yizhen.app.organisation.roster;

import org.jspecify.annotations.NullMarked;
