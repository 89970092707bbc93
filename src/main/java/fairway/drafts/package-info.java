/** Drafts: the pages a person fills in, saved so that nothing is lost, their evidence, and their end. */
@ApplicationModule(
        displayName = "Drafts",
        allowedDependencies = {"forms", "legal", "identity", "documents", "payments", "calendar", "vault", "audit", "ui"
        })
@NullMarked
package fairway.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
