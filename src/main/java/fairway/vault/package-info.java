/** Vault: keys, sealed values and keyed fingerprints for look-up. */
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {})
@NullMarked
package fairway.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
