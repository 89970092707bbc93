package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.Mailing;
import fairway.identity.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-4")
@Tag("A18")
class ByPostTests {
    private static final Duration AGE = Duration.ofDays(30);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void an_address_proves_something_after_thirty_days_to_the_second() {
        var old = mailing("1 Elm St", 30, null);
        assertThat(of(old)).isEqualTo(new ByPost(old, null, null));
        var young = new Mailing(old.address(), old.since().plusSeconds(1), null);
        assertThat(of(young)).isEqualTo(new ByPost(null, young, NOW.plusSeconds(1)));
    }

    @Test
    void until_then_the_one_before_it_does_if_it_was_there_as_long() {
        var young = mailing("9 Thief St", 2, null);
        var before = mailing("1 Elm St", 32, 2);
        assertThat(of(young, before)).isEqualTo(new ByPost(before, young, NOW.plus(Duration.ofDays(28))));
        var brief = mailing("1 Elm St", 31, 2);
        assertThat(of(young, brief).to()).isNull();
    }

    @Test
    void several_young_ones_in_a_row_do_not_hide_the_last_old_one() {
        var old = mailing("1 Elm St", 400, 9);
        assertThat(of(mailing("9 Thief St", 1, null), mailing("8 Thief St", 9, 1), old, mailing("0 Ash St", 900, 400))
                        .to())
                .isEqualTo(old);
    }

    @Test
    void an_old_one_is_not_used_any_more_once_the_new_one_counts() {
        var now = mailing("2 Oak St", 31, null);
        assertThat(of(now, mailing("1 Elm St", 400, 31)).everywhere()).containsExactly(now);
    }

    @Test
    void who_has_no_address_now_gets_no_letter_to_one_of_the_past() {
        assertThat(of()).isEqualTo(ByPost.NOWHERE);
        assertThat(of(mailing("1 Elm St", 400, 31))).isEqualTo(ByPost.NOWHERE);
    }

    @Test
    @Tag("R06")
    void a_warning_goes_to_both() {
        var young = mailing("9 Thief St", 2, null);
        var before = mailing("1 Elm St", 100, 2);
        assertThat(of(young, before).everywhere()).containsExactly(before, young);
        assertThat(of(young).everywhere()).containsExactly(young);
    }

    private static ByPost of(Mailing... mailings) {
        return ByPost.of(List.of(mailings), NOW, AGE);
    }

    private static Mailing mailing(String street, int since, @Nullable Integer until) {
        return new Mailing(
                new PostalAddress(Map.of("country", "US", "street", street)),
                NOW.minus(Duration.ofDays(since)),
                until == null ? null : NOW.minus(Duration.ofDays(until)));
    }
}
