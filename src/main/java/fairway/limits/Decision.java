package fairway.limits;

import java.time.Instant;

/** Whether somebody may try now. */
public sealed interface Decision {
    record Permitted() implements Decision {}

    record Wait(Instant until) implements Decision {}

    /** Too many failures in a row: closed until it is set up anew, however long one waits. */
    record Disabled() implements Decision {}

    default boolean permitted() {
        return this instanceof Permitted;
    }
}
