/** Forms: editions, answers, evaluation, journey, checks and analysis, in plain Java. */
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {})
@NullMarked
package fairway.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
