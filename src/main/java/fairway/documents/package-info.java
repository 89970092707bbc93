/** Documents: files: receive, type, scan, seal, view and hand out. */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"vault", "audit", "promises", "ui"})
@NullMarked
package fairway.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
