/** Promises: what was promised to whom until when: done, or visible. */
@ApplicationModule(
        displayName = "Promises",
        allowedDependencies = {})
@NullMarked
package fairway.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
