/** Cases: receipt numbers, states, events, deadlines and who may see a case. */
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {
            "drafts",
            "filing",
            "identity",
            "documents",
            "calendar",
            "vault",
            "audit",
            "promises",
            "ui"
        })
@NullMarked
package fairway.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
