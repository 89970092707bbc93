/** Passkeys and security keys: adding, naming and removing them, and what they prove. */
@ApplicationModule(
        displayName = "Passkeys",
        allowedDependencies = {"signin", "identity", "limits", "vault", "audit", "ui"})
@NullMarked
package fairway.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
