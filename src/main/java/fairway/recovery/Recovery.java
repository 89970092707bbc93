package fairway.recovery;

import fairway.identity.EmailAddress;
import fairway.ui.NotFound;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns to an account that wait under everybody's eyes: begun for the help desk, looked at, stopped. */
@Service
public class Recovery {
    private final Waiting waiting;

    Recovery(Waiting waiting) {
        this.waiting = waiting;
    }

    public enum State {
        /** Everybody was told and may stop it. */
        HELD,
        /** The wait is over; whoever reads the address has a link. */
        READY,
        DONE,
        CANCELLED,
        /** Nobody used the link in time. */
        LAPSED
    }

    public record Status(
            UUID recovery,
            UUID account,
            State state,
            Instant beganAt,
            Instant dueAt,
            @Nullable Instant endedAt) {}

    /**
     * Begins the wait for an owner whom the help desk has recognised by two proofs and two people. Afterwards a link goes to
     * the new address, which becomes the sign-in address once it is used; nobody here sees or chooses a secret.
     * {@code basis} is a code for the record. Fails if another account signs in with the new address: ask before.
     */
    @Transactional
    public UUID assisted(UUID account, EmailAddress newAddress, Locale language, String basis) {
        return waiting.assisted(account, newAddress, language, basis);
    }

    public Status status(UUID recovery) {
        return waiting.find(recovery).map(Hold::status).orElseThrow(NotFound::new);
    }

    /** False if it is over. */
    @Transactional
    public boolean cancel(UUID recovery) {
        return waiting.cancel(recovery, "desk");
    }
}
