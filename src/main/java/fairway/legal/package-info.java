/** Legal: the texts that people sign or are told, each with its version, source and approver. */
@ApplicationModule(
        displayName = "Legal texts",
        allowedDependencies = {"ui"})
@NullMarked
package fairway.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
