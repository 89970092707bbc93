/** Administration: who works here, and what they may do. */
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"signin", "passkeys", "passwords", "identity", "delivery", "vault", "audit", "ui"})
@NullMarked
package fairway.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
