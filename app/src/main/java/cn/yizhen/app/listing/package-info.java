/**
 * Lists taken along (导出清单): every list a page shows leaves the platform as a workbook with the page's columns, rows and order,
 * within the scope of whoever asks, and every taking is an act.
 *
 * <p>It refuses to know what is listed: each module hands over its own lists. What must not leave has none: the audit, accounts and
 * their slips, anonymous complaints, a person's desk.
 */
@ApplicationModule(displayName = "listing", allowedDependencies = {"access", "web", "document"})
@NullMarked
package cn.yizhen.app.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
