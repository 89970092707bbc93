/** Paper: HTML to accessible PDF. It uses the texts of {@code ui} for what it prints itself, the page numbers. */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {"ui"})
@NullMarked
package fairway.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
