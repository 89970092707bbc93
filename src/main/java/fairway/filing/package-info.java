/** Filing: review, signatures, packages and submission. */
@ApplicationModule(
        displayName = "Filing",
        allowedDependencies = {
            "drafts",
            "legal",
            "forms",
            "identity",
            "documents",
            "payments",
            "calendar",
            "paper",
            "vault",
            "audit",
            "promises",
            "ui"
        })
@NullMarked
package fairway.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
