package fairway.support;

import fairway.identity.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for help as it stands; what the person wrote is sealed under a key of its own until it is erased. */
record HelpRequest(
        UUID id, String number, Kind kind, @Nullable UUID account, Locale language, Course course) {
    enum Kind {
        RECOVERY,
        MESSAGE
    }

    enum State {
        OPEN,
        PROPOSED,
        APPROVED,
        DECLINED,
        CLOSED,
        /** Nobody wrote in it any more. */
        LAPSED;

        boolean running() {
            return this == OPEN || this == PROPOSED;
        }

        /** The end of text keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What cannot be used any more. */
    enum Lost {
        PASSWORD,
        PHONE,
        MAILBOX,
        EVERYTHING,
        OTHER;

        /** The end of text keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Lost> read(String typed) {
            return Arrays.stream(values())
                    .filter(lost -> lost.name().equals(typed))
                    .findFirst();
        }
    }

    /**
     * How far it has come; {@code opened} once the link that was mailed was followed, {@code recovery} once it was approved,
     * {@code turn} counts how often the person wrote after our answer.
     */
    record Course(
            State state,
            Instant madeAt,
            Instant dueAt,
            @Nullable Instant answeredAt,
            boolean opened,
            @Nullable UUID proposer,
            @Nullable UUID recovery,
            @Nullable Instant decidedAt,
            int turn) {
        boolean late(Instant now) {
            return (answeredAt == null ? now : answeredAt).isAfter(dueAt);
        }
    }

    /** What was written: facts serve to find an account and prove nothing. {@code link} leads the person back. */
    record Written(
            String name,
            @Nullable LocalDate born,
            String aNumber,
            String email,
            String phone,
            Lost lost,
            String text,
            String link) {
        EmailAddress address() {
            return new EmailAddress(email);
        }

        @Override
        public String toString() {
            return "Written[…]";
        }
    }

    /** Names the promise to answer; what the person writes after our answer is promised an answer of its own. */
    String promise() {
        return course.turn() == 0 ? id.toString() : id + "/" + course.turn();
    }

    State state() {
        return course.state();
    }
}
