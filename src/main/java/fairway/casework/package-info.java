/** Casework: the agency's desk: queues, the officer's file and acts. */
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {
            "delivery",
            "promises",
            "forms",
            "filing",
            "cases",
            "notices",
            "documents",
            "identity",
            "audit",
            "ui"
        })
@NullMarked
package fairway.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
