/** Recovery: back into the same account after a lost password, user name, phone or mailbox, and nobody else with it. */
@ApplicationModule(
        displayName = "Recovery",
        allowedDependencies = {
            "identity",
            "signin",
            "passkeys",
            "passwords",
            "delivery",
            "vault",
            "audit",
            "limits",
            "promises",
            "ui"
        })
@NullMarked
package fairway.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
