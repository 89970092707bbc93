/** Reach: public status, interfaces and exports. */
@ApplicationModule(
        displayName = "Reach",
        allowedDependencies = {
            "cases",
            "filing",
            "drafts",
            "calendar",
            "documents",
            "notices",
            "identity",
            "limits",
            "audit",
            "ui"
        })
@NullMarked
package fairway.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
