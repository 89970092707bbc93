/** Intake: filings that came on paper, the accounts made for them, and how their people join them. */
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "forms",
            "cases",
            "identity",
            "signin",
            "delivery",
            "paper",
            "limits",
            "passwords",
            "promises",
            "calendar",
            "vault",
            "audit",
            "ui"
        })
@NullMarked
package fairway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
