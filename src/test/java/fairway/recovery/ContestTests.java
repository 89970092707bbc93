package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.recovery.Contest.Earlier;
import fairway.recovery.Contest.Told;
import fairway.recovery.Recovery.State;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may begin to wait once more, and whose word stops it. */
@Tag("SEC-4")
@Tag("A58")
class ContestTests {
    private static final Earlier STOPPED = new Earlier(Proof.LINK, State.CANCELLED, Told.PHONE);
    private static final Earlier UNUSED = new Earlier(Proof.LINK, State.LAPSED, null);
    private static final Earlier BACK = new Earlier(Proof.LINK, State.DONE, null);
    private static final Earlier BY_MAILBOX = new Earlier(Proof.RECOVERY_LINK, State.CANCELLED, Told.MAILBOX);

    @Test
    void two_waits_of_one_address_that_led_to_nothing_are_enough() {
        assertThat(new Contest(List.of()).mayBegin(Proof.LINK)).isTrue();
        assertThat(new Contest(List.of(STOPPED)).mayBegin(Proof.LINK)).isTrue();
        assertThat(new Contest(List.of(STOPPED, UNUSED)).mayBegin(Proof.LINK)).isFalse();
        assertThat(new Contest(List.of(UNUSED, STOPPED, STOPPED)).mayBegin(Proof.LINK))
                .isFalse();
    }

    @Test
    void what_was_begun_at_the_mailbox_does_not_count_against_the_other_address_or_the_desk() {
        var contest = new Contest(List.of(STOPPED, STOPPED, BY_MAILBOX, new Earlier(null, State.CANCELLED, null)));
        assertThat(contest.mayBegin(Proof.LINK)).isFalse();
        assertThat(contest.mayBegin(Proof.RECOVERY_LINK)).isTrue();
        assertThat(new Contest(List.of(BY_MAILBOX, BY_MAILBOX)).mayBegin(Proof.RECOVERY_LINK))
                .isFalse();
    }

    @Test
    void a_wait_that_runs_or_was_finished_is_no_failure() {
        for (var state : EnumSet.of(State.HELD, State.READY)) {
            var running = new Earlier(Proof.LINK, state, null);
            assertThat(new Contest(List.of(running, running, STOPPED)).mayBegin(Proof.LINK))
                    .isTrue();
        }
        assertThat(new Contest(List.of(STOPPED, BACK, STOPPED, STOPPED)).mayBegin(Proof.LINK))
                .isTrue();
        assertThat(new Contest(List.of(STOPPED, STOPPED, BACK)).mayBegin(Proof.LINK))
                .isFalse();
    }

    @Test
    void mailbox_and_phone_alone_stop_one_return_each_that_shows_more_and_always_one_that_does_not() {
        assertThat(new Contest(List.of()).mayStop(Told.MAILBOX, true)).isTrue();
        assertThat(new Contest(List.of(STOPPED, UNUSED)).mayStop(Told.MAILBOX, true))
                .isTrue();
        assertThat(new Contest(List.of(STOPPED, BY_MAILBOX)).mayStop(Told.MAILBOX, true))
                .isFalse();
        assertThat(new Contest(List.of(BY_MAILBOX)).mayStop(Told.MAILBOX, false))
                .isTrue();
        assertThat(new Contest(List.of(BACK, BY_MAILBOX)).mayStop(Told.MAILBOX, true))
                .isTrue();
        assertThat(new Contest(List.of(BY_MAILBOX)).mayStop(Told.PHONE, true)).isTrue();
        assertThat(new Contest(List.of(BY_MAILBOX, STOPPED)).mayStop(Told.PHONE, true))
                .isFalse();
        assertThat(new Contest(List.of(STOPPED)).mayStop(Told.PHONE, false)).isTrue();
        assertThat(new Contest(List.of(BACK, STOPPED)).mayStop(Told.PHONE, true))
                .isTrue();
        var there = new Earlier(null, State.CANCELLED, Told.RECOVERY);
        assertThat(new Contest(List.of(there, there)).mayStop(Told.RECOVERY, true))
                .isTrue();
    }

    @Test
    void only_who_shows_more_takes_the_place_of_who_shows_less() {
        assertThat(Contest.replaces(true, false)).isTrue();
        assertThat(Contest.replaces(true, true)).isFalse();
        assertThat(Contest.replaces(false, false)).isFalse();
        assertThat(Contest.replaces(false, true)).isFalse();
    }
}
