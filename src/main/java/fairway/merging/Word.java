package fairway.merging;

import fairway.identity.Safety;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody ended a joining of two accounts with nothing but an address of one of them. Each address has that word once;
 * else whoever reads it could keep the accounts apart for ever.
 */
record Word(UUID account, From from, Instant at) {
    enum From {
        /** The address that signs in. */
        MAILBOX,
        RECOVERY
    }

    /** Where an alarm came from that stopped the changes of an account; nothing for somebody who was signed in, perhaps. */
    static Optional<From> of(Optional<Safety.Reason> alarm, boolean nobodySignsIn) {
        return alarm.flatMap(reason -> switch (reason) {
            case NOT_ME_BY_MAIL, NOT_ME_AGAIN -> Optional.of(From.MAILBOX);
            case NOT_ME -> nobodySignsIn ? Optional.of(From.RECOVERY) : Optional.empty();
            case RECOVERED -> Optional.empty();
        });
    }

    /** Whether this address has not had its word since then. */
    static boolean left(Collection<Word> said, UUID account, From from, Instant since) {
        return said.stream()
                .filter(word -> word.at().isAfter(since))
                .noneMatch(word -> word.account().equals(account) && word.from() == from);
    }
}
