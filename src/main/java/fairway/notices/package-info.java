/** Notices: letters: templates and posting. Their words are personal, so they are sealed; some name a legal day. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"cases", "documents", "identity", "paper", "calendar", "vault", "audit", "ui"})
@NullMarked
package fairway.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
