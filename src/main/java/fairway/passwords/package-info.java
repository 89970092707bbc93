/** Passwords: what a password must be, and slow keyed hashes of secrets that people know. */
@ApplicationModule(
        displayName = "Passwords",
        allowedDependencies = {"vault", "ui"})
@NullMarked
package fairway.passwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
