package fairway.signin;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What every step of sign-in leaves behind: a line in the record, and where it matters a message to the owner. */
@Component
record Trace(Trail trail, Mails mails, InstantSource clock) {
    Instant now() {
        return clock.instant();
    }
}
