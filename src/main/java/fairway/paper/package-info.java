/** Paper: HTML to accessible PDF. */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
@NullMarked
package fairway.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
