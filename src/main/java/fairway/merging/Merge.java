package fairway.merging;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two accounts on their way to be one: {@code kept} stays, {@code gone} becomes part of it. */
record Merge(UUID id, UUID kept, @Nullable UUID gone, State state, Secret secret, Course course) {
    enum State {
        /** Begun in the account that stays; its code waits. */
        ASKED,
        /** The code was entered in the other one, which has not agreed yet. */
        ENTERED,
        /** Proven on both sides; waits for staff. */
        PROVEN,
        JOINED,
        /** Can be taken back no more. */
        FINAL,
        STOPPED,
        REFUSED,
        LAPSED,
        UNDONE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the code is computed from. */
    @SuppressWarnings("ArrayRecordComponent")
    record Secret(byte[] nonce, int macKey) {}

    record Course(
            Instant askedAt,
            Instant codeUntil,
            @Nullable Instant provenAt,
            @Nullable Instant joinedAt,
            @Nullable Instant endedAt,
            String reason) {}

    UUID other() {
        return Objects.requireNonNull(gone);
    }

    boolean codeLives(Instant now) {
        return (state == State.ASKED || state == State.ENTERED)
                && course.codeUntil().isAfter(now);
    }

    boolean proven() {
        return state == State.PROVEN;
    }

    /** From when on staff may decide. */
    Instant from(Duration rest) {
        return Objects.requireNonNull(course.provenAt()).plus(rest);
    }

    Instant takenBackUntil(Duration life) {
        return Objects.requireNonNull(course.joinedAt()).plus(life);
    }

    boolean canBeUndone(Duration life, Instant now) {
        return state == State.JOINED && takenBackUntil(life).isAfter(now);
    }
}
