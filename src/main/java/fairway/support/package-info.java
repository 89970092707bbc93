/** Support: looking at a person's account to help them, with a reason, read-only, on record and known to its owner. */
@ApplicationModule(
        displayName = "Support",
        allowedDependencies = {"signin", "passkeys", "identity", "cases", "vault", "audit", "ui"})
@NullMarked
package fairway.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
