package fairway.identity;

import java.util.List;
import java.util.UUID;

/** Asked before an account closes and before it is erased: modules that still work for its person say so. */
public interface Holding {
    List<Hold> on(UUID account);
}
