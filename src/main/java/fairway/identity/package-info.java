/** Identity: people and accounts: account number, type, profile and addresses. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"vault", "audit", "calendar", "ui"})
@NullMarked
package fairway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
