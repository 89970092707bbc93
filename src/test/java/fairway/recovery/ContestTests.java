package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.recovery.Contest.Earlier;
import fairway.recovery.Contest.Told;
import fairway.recovery.Recovery.State;
import fairway.signin.Signin;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void a_wait_knows_which_link_began_it_and_whether_more_was_shown() {
        assertThat(Hold.Origin.of(attempt(Proof.LINK))).isEqualTo(new Hold.Origin(Hold.Kind.SELF, Proof.LINK, false));
        assertThat(Hold.Origin.of(attempt(Proof.RECOVERY_LINK, Proof.QUESTIONS)))
                .isEqualTo(new Hold.Origin(Hold.Kind.SELF, Proof.RECOVERY_LINK, false));
        assertThat(Hold.Origin.of(attempt(Proof.RECOVERY_LINK, Proof.TEXT)))
                .isEqualTo(new Hold.Origin(Hold.Kind.SELF, Proof.RECOVERY_LINK, true));
        assertThat(attempt(Proof.LINK, Proof.RECOVERY_LINK).via()).isEqualTo(Proof.LINK);
        assertThat(attempt(Proof.LINK).back()).isEqualTo(new Signin.Back(new UUID(0, 2), new UUID(0, 1)));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_wait_is_over_once_it_neither_runs_nor_is_ready(State state) {
        var now = Instant.parse("2026-11-23T15:00:00Z");
        var hold = new Hold(
                new UUID(0, 1),
                new UUID(0, 2),
                Hold.Origin.DESK,
                new EmailAddress("ana@example.org"),
                Locale.ENGLISH,
                new Hold.Times(now, now.plusSeconds(60), null, null),
                state);
        assertThat(hold.over()).isEqualTo(state != State.HELD && state != State.READY);
        assertThat(hold.status().state()).isEqualTo(state);
    }

    private static Attempt attempt(Proof... shown) {
        return new Attempt(new UUID(0, 1), new UUID(0, 2), Set.of(shown));
    }

    @Test
    void only_who_shows_more_takes_the_place_of_who_shows_less() {
        assertThat(Contest.replaces(true, false)).isTrue();
        assertThat(Contest.replaces(true, true)).isFalse();
        assertThat(Contest.replaces(false, false)).isFalse();
        assertThat(Contest.replaces(false, true)).isFalse();
    }
}
