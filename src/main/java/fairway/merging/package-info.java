/** Merging: two accounts of one person become one, proven in both, decided by staff, taken back for a while. */
@ApplicationModule(
        displayName = "Merging",
        allowedDependencies = {
            "identity",
            "signin",
            "cases",
            "filing",
            "drafts",
            "delivery",
            "limits",
            "promises",
            "vault",
            "audit",
            "ui"
        })
@NullMarked
package fairway.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
