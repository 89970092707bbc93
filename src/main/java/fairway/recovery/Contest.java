package fairway.recovery;

import fairway.recovery.Recovery.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What returns to one account came before, the latest first: it decides who may begin to wait once more, and whether a
 * mailbox or a phone alone may stop it. Else whoever reads it could do either for ever.
 */
record Contest(List<Earlier> earlier) {
    /** Waits that were begun at one address and not finished; then people go on. */
    static final int MOST = 2;

    Contest {
        earlier = List.copyOf(earlier);
    }

    /** Where a message was read. */
    enum Told {
        /** The address that signs in. */
        MAILBOX,
        RECOVERY,
        PHONE
    }

    /** {@code via} is nothing where the help desk began it, {@code stoppedFrom} where no mailed link stopped it. */
    record Earlier(
            @Nullable Proof via, State state, @Nullable Told stoppedFrom) {
        boolean unfinishedAt(Proof link) {
            return via == link && (state == State.CANCELLED || state == State.LAPSED);
        }
    }

    boolean mayBegin(Proof link) {
        return sinceTheLastReturn().stream()
                        .filter(one -> one.unfinishedAt(link))
                        .count()
                < MOST;
    }

    /**
     * Always, unless it has stopped one before and this one was begun with more than one proof. The recovery address is
     * nobody’s by chance: its word counts each time.
     */
    boolean mayStop(Told told, boolean backed) {
        return !backed
                || told == Told.RECOVERY
                || sinceTheLastReturn().stream().noneMatch(one -> one.stoppedFrom() == told);
    }

    /** Somebody who shows more than a link takes the place of somebody who did not. */
    static boolean replaces(boolean backed, boolean running) {
        return backed && !running;
    }

    private List<Earlier> sinceTheLastReturn() {
        return earlier.stream().takeWhile(one -> one.state() != State.DONE).toList();
    }
}
