/** Alerts: which event tells whom, by which channel and in which language. */
@ApplicationModule(
        displayName = "Alerts",
        allowedDependencies = {
            "identity",
            "delivery",
            "drafts",
            "filing",
            "cases",
            "documents",
            "notices",
            "payments",
            "signin",
            "limits",
            "ui"
        })
@NullMarked
package fairway.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
