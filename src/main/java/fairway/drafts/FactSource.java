package fairway.drafts;

import java.util.Map;
import java.util.Set;

/** What the product knows about a draft besides its answers; whoever knows something answers for itself. */
public interface FactSource {
    /** The facts it may know, as editions name them in their context. */
    Set<String> names();

    /** Those of them that can be said of this draft. */
    Map<String, Object> of(Opened draft);
}
