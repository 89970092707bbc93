package fairway.signin;

import java.time.Instant;

/** Whether somebody may try now. */
sealed interface Decision {
    record Permitted() implements Decision {}

    record Wait(Instant until) implements Decision {}

    /** Too many failures in a row ever: this way is closed until it is set up anew. */
    record Disabled() implements Decision {}
}
