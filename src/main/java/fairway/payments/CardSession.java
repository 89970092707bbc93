package fairway.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visit to the built-in card page. */
record CardSession(
        String id,
        UUID reference,
        long cents,
        String purpose,
        String returnPath,
        String language,
        State state,
        @Nullable Instant decidesAt,
        @Nullable String lastFour,
        Instant expiresAt) {

    /** What has happened on it; {@code LATE} looks expired until the bank answers after all. */
    enum State {
        OPEN,
        APPROVED,
        LATE,
        DECLINED,
        NO_FUNDS,
        CANCELLED,
        CLOSED,
        REFUNDED
    }

    boolean open(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }

    CardProvider.Outcome outcome(Instant now) {
        boolean decided = decidesAt == null || !now.isBefore(decidesAt);
        return switch (state) {
            case OPEN -> open(now) ? new CardProvider.Outcome.Open(address()) : new CardProvider.Outcome.Expired();
            case APPROVED -> decided ? succeeded() : new CardProvider.Outcome.Deciding();
            case LATE -> decided ? succeeded() : new CardProvider.Outcome.Expired();
            case DECLINED -> new CardProvider.Outcome.Declined("declined");
            case NO_FUNDS -> new CardProvider.Outcome.Declined("no-funds");
            case CANCELLED -> new CardProvider.Outcome.Cancelled();
            case CLOSED -> new CardProvider.Outcome.Expired();
            case REFUNDED -> new CardProvider.Outcome.Refunded();
        };
    }

    private CardProvider.Outcome succeeded() {
        return new CardProvider.Outcome.Succeeded(lastFour == null ? "" : lastFour);
    }

    private String address() {
        return ("en".equals(language) ? "" : "/" + language) + "/cards/" + id;
    }
}
