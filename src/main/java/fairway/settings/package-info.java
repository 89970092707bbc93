/** Security settings: what keeps an account its owner's, who was in it, and the alarm. */
@ApplicationModule(
        displayName = "Security settings",
        allowedDependencies = {
            "identity",
            "signin",
            "passkeys",
            "passwords",
            "delivery",
            "vault",
            "audit",
            "cases",
            "ui"
        })
@NullMarked
package fairway.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
