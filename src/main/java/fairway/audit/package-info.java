/** Audit: an append-only, hash-chained record of acts and reads. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {})
@NullMarked
package fairway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
