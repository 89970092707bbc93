/** Limits: how often something may be tried or asked for, and what is counted for it. */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {"vault"})
@NullMarked
package fairway.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
