/** Ui: page frame, components, error pages, languages and the step-up marker. */
@ApplicationModule(
        displayName = "Ui",
        allowedDependencies = {})
@NullMarked
package fairway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
