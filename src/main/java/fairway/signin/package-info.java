/** Sign-in: passwords, codes, lock-outs, sessions and recovery. */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"identity", "legal", "delivery", "vault", "audit", "limits", "passwords", "ui"})
@NullMarked
package fairway.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
