package fairway.payments;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Another company that takes cards on pages of its own. Every call may be slow or fail, so none is made inside a transaction;
 * each names the payment by our reference and can be repeated.
 */
interface CardProvider {
    /** Opens a card page for the order, or finds the one that is open for it. */
    Outcome create(Order order);

    Outcome fetch(UUID reference);

    /** Ends a card page that nobody has used, so that it cannot be used later; tells what it came to if it was. */
    Outcome close(UUID reference);

    Outcome refund(UUID reference);

    /** What a call to us says, if its signature proves that the provider sent it. */
    Optional<Callback> verify(String signature, byte[] body);

    record Order(UUID reference, long cents, String purpose, String returnPath, Locale language, Instant until) {}

    record Callback(String id, UUID reference) {}

    sealed interface Outcome {
        /** The page waits for a card. */
        record Open(String url) implements Outcome {}

        /** The bank was asked and has not answered. */
        record Deciding() implements Outcome {}

        record Succeeded(String lastFour) implements Outcome {}

        record Declined(String reason) implements Outcome {}

        record Cancelled() implements Outcome {}

        record Expired() implements Outcome {}

        record Refunded() implements Outcome {}

        /** The provider has never heard of it. */
        record Unheard() implements Outcome {}
    }

    /** No answer, or one that cannot be read: what happened is not known. */
    final class Unreachable extends RuntimeException {
        Unreachable(String message) {
            super(message);
        }
    }
}
