/** Notices: letters: templates and posting. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"cases", "documents", "identity", "paper", "audit", "ui"})
@NullMarked
package fairway.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
