/**
 * Formal documents (公文) of an office: drafts, the check of a draft, and the register of what was issued with its bytes.
 *
 * <p>It refuses to know how a document looks (that is {@code document.formal}), what it asks of those below beyond its
 * own words, and who read it. Numbers of limits come from the institutions; a seal is put on paper, never here.
 */
@ApplicationModule(
        displayName = "paper",
        allowedDependencies = {"access", "web", "organisation", "institution", "document", "document :: formal", "listing"})
@NullMarked
package cn.yizhen.app.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
