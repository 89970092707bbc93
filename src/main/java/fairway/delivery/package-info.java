/** Delivery: e-mail, text and post: ledger, templates, providers and retries. */
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"vault", "promises", "ui"})
@NullMarked
package fairway.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
