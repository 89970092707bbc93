package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one profile gets from another of the same person, and how that is taken out again. */
@Tag("ACC-13")
class AddedTests {
    private static final PersonName ANA = new PersonName("Twice", "Ana", "");
    private static final PersonName RUIZ = new PersonName("Ruiz", "Ana", "");
    private static final PersonName REYES = new PersonName("Reyes", "Ana", "");
    private static final LocalDate BORN = LocalDate.of(1986, 4, 28);
    private static final Phone ONE = new Phone("+12025550101");
    private static final Phone TWO = new Phone("+12025550102");
    private static final Stay NOW = new Stay(street("12 Oak Street"), LocalDate.of(2024, 5, 1), null);
    private static final Stay ELSEWHERE = new Stay(street("9 Elm Street"), LocalDate.of(2020, 1, 1), null);
    private static final Stay EARLIER =
            new Stay(street("3 Ash Street"), LocalDate.of(2019, 1, 1), LocalDate.of(2024, 5, 1));
    private static final Stay AMID =
            new Stay(street("4 Fir Street"), LocalDate.of(2024, 4, 30), LocalDate.of(2024, 5, 2));

    @Test
    void an_empty_profile_gets_everything_and_gives_everything_back() {
        var theirs = new Profile(
                ANA,
                REYES,
                List.of(RUIZ),
                BORN,
                List.of(NOW, EARLIER),
                List.of(ELSEWHERE),
                Map.of(PhoneKind.DAY, ONE),
                SafeContact.OFF);
        var added = Added.to(Profile.EMPTY, theirs);
        assertThat(added.nothing()).isFalse();
        assertThat(added.into(Profile.EMPTY)).isEqualTo(theirs);
        assertThat(added.outOf(theirs)).isEqualTo(Profile.EMPTY);
    }

    @Test
    void a_full_profile_keeps_what_it_says_and_gets_only_what_it_lacks() {
        var ours = new Profile(
                ANA,
                ANA,
                List.of(RUIZ),
                BORN,
                List.of(NOW),
                List.of(),
                Map.of(PhoneKind.DAY, ONE),
                new SafeContact(false, true));
        var theirs = new Profile(
                REYES,
                REYES,
                List.of(RUIZ, ANA, REYES),
                BORN.plusDays(1),
                List.of(ELSEWHERE, EARLIER, AMID),
                List.of(ELSEWHERE),
                Map.of(PhoneKind.DAY, TWO, PhoneKind.WORK, TWO),
                SafeContact.OFF);
        var both = Added.to(ours, theirs).into(ours);
        assertThat(both)
                .isEqualTo(new Profile(
                        ANA,
                        ANA,
                        List.of(RUIZ, REYES),
                        BORN,
                        List.of(NOW, EARLIER),
                        List.of(),
                        Map.of(PhoneKind.DAY, ONE, PhoneKind.WORK, TWO),
                        SafeContact.OFF));
        assertThat(Added.to(ours, theirs).outOf(both)).isEqualTo(ours);
        assertThat(Added.to(both, theirs).nothing()).isTrue();
    }

    @Test
    void what_was_changed_since_stays() {
        var theirs = new Profile(
                ANA, null, List.of(), BORN, List.of(NOW), List.of(), Map.of(PhoneKind.DAY, ONE), SafeContact.OFF);
        var added = Added.to(Profile.EMPTY, theirs);
        var later = added.into(Profile.EMPTY)
                .named(RUIZ, null, BORN.plusDays(1))
                .reachedBy(Map.of(PhoneKind.DAY, TWO))
                .moved(street("1 New Street"), null, LocalDate.of(2026, 11, 1));
        assertThat(added.outOf(later)).isEqualTo(later);
    }

    @Test
    void care_about_who_sees_messages_is_taken_over_and_not_given_back() {
        var theirs = Profile.EMPTY.safely(new SafeContact(true, false));
        var added = Added.to(Profile.EMPTY, theirs);
        assertThat(added.nothing()).isFalse();
        var both = added.into(Profile.EMPTY);
        assertThat(both.safe()).isEqualTo(new SafeContact(true, true));
        assertThat(added.outOf(both).safe()).isEqualTo(both.safe());
        assertThat(Added.to(theirs, Profile.EMPTY).nothing()).isTrue();
    }

    @Test
    void a_stay_lasts_until_the_day_before_it_ends_and_two_meet_where_they_share_a_day() {
        var first = EARLIER.from();
        var last = LocalDate.of(2024, 5, 1);
        assertThat(EARLIER.on(first)).isTrue();
        assertThat(EARLIER.on(first.minusDays(1))).isFalse();
        assertThat(EARLIER.on(last.minusDays(1))).isTrue();
        assertThat(EARLIER.on(last)).isFalse();
        assertThat(NOW.on(last.plusYears(9))).isTrue();
        assertThat(EARLIER.until(last.plusDays(1))).isEqualTo(EARLIER);
        assertThat(EARLIER.until(last.minusDays(1)).to()).isEqualTo(last.minusDays(1));
        assertThat(NOW.until(last.plusDays(7)).to()).isEqualTo(last.plusDays(7));
        assertThat(EARLIER.meets(NOW)).isFalse();
        assertThat(NOW.meets(EARLIER)).isFalse();
        assertThat(AMID.meets(NOW)).isTrue();
        assertThat(AMID.meets(EARLIER)).isTrue();
        assertThat(NOW.meets(ELSEWHERE)).isTrue();
    }

    @Test
    void each_single_fact_is_something() {
        var none = Profile.EMPTY;
        for (var one : List.of(
                none.named(ANA, null, null),
                none.named(null, ANA, null),
                none.named(null, null, BORN),
                none.formerly(List.of(ANA)),
                none.lived(EARLIER),
                none.moved(street("1 New Street"), street("2 Box"), LocalDate.of(2026, 1, 1)),
                none.reachedBy(Map.of(PhoneKind.HOME, ONE)))) {
            assertThat(Added.to(none, one).nothing()).isFalse();
            assertThat(Added.to(none, one).into(none)).isEqualTo(one);
        }
        assertThat(Added.to(none, none).nothing()).isTrue();
    }

    private static PostalAddress street(String street) {
        return new PostalAddress(
                Map.of("country", "US", "street", street, "city", "Buffalo", "state", "NY", "zip", "14201"));
    }
}
