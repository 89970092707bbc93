/** Support: requests for help, the way back that two agents open, and looks at an account, on record and known to its owner. */
@ApplicationModule(
        displayName = "Support",
        allowedDependencies = {
            "signin",
            "passkeys",
            "recovery",
            "identity",
            "cases",
            "filing",
            "calendar",
            "promises",
            "delivery",
            "limits",
            "vault",
            "audit",
            "ui"
        })
@NullMarked
package fairway.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
