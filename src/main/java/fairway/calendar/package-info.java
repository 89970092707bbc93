/** Calendar: business days, federal holidays and deadlines by dated rule. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {})
@NullMarked
package fairway.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
