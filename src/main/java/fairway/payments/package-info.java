/** Payments: fee rules, quotes, intents, providers and the ledger. */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"identity", "calendar", "audit", "promises", "ui", "vault"})
@NullMarked
package fairway.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
