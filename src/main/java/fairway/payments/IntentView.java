package fairway.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the separate payments of a package; {@code state} is null until it is first tried. */
public record IntentView(
        String group,
        long cents,
        @Nullable IntentState state,
        @Nullable Instant since,
        @Nullable String reason,
        @Nullable String lastFour) {

    public boolean paid() {
        return state == IntentState.SUCCEEDED;
    }
}
