package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-4")
class MailingTests {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final UUID WHO = new UUID(0, 1);
    private static final PostalAddress ELM = at("1 Elm St");
    private static final PostalAddress OAK = at("2 Oak St");
    private static final PostalAddress BOX = at("PO Box 3");

    @Test
    void an_address_is_as_old_as_our_knowledge_of_it_whatever_day_is_said() {
        var backdated = told(100, -3000, OAK, null);
        assertThat(on(110, told(0, -3000, ELM, null), backdated))
                .containsExactly(new Mailing(OAK, day(100), null), new Mailing(ELM, day(0), day(100)));
    }

    @Test
    void one_that_is_planned_takes_its_place_on_its_day() {
        var changes = List.of(told(0, 0, ELM, null), told(10, 40, OAK, null));
        assertThat(Mailing.of(changes, ZONE, day(39))).containsExactly(new Mailing(ELM, day(0), null));
        assertThat(Mailing.of(changes, ZONE, day(40)))
                .containsExactly(new Mailing(OAK, day(10), null), new Mailing(ELM, day(0), day(40)));
    }

    @Test
    void a_plan_that_was_replaced_never_was() {
        assertThat(on(90, told(0, 0, ELM, null), told(5, 50, OAK, null), told(10, 20, BOX, null)))
                .extracting(Mailing::address)
                .containsExactly(BOX, ELM);
    }

    @Test
    void letters_that_go_on_to_a_box_went_there_all_the_time_while_homes_change() {
        assertThat(on(90, told(0, 0, ELM, BOX), told(60, 60, OAK, BOX)))
                .containsExactly(new Mailing(BOX, day(0), null));
        assertThat(on(90, told(0, 0, ELM, null), told(60, 60, OAK, null), told(70, 70, ELM, null)))
                .as("one who comes back begins anew")
                .containsExactly(
                        new Mailing(ELM, day(70), null),
                        new Mailing(OAK, day(60), day(70)),
                        new Mailing(ELM, day(0), day(60)));
    }

    @Test
    void what_the_profile_says_otherwise_is_as_old_as_its_last_change() {
        var told = on(90, told(0, 0, ELM, null));
        assertThat(Mailing.of(told, ELM, day(80))).isEqualTo(told);
        assertThat(Mailing.of(told, OAK, day(80)))
                .containsExactly(new Mailing(OAK, day(80), null), new Mailing(ELM, day(0), day(80)));
        assertThat(Mailing.of(told, null, day(80))).containsExactly(new Mailing(ELM, day(0), day(80)));
        assertThat(Mailing.of(List.of(), OAK, day(80))).containsExactly(new Mailing(OAK, day(80), null));
    }

    private static List<Mailing> on(int day, AddressChange... changes) {
        return Mailing.of(List.of(changes).reversed(), ZONE, day(day));
    }

    private static AddressChange told(int told, int from, PostalAddress home, @Nullable PostalAddress mail) {
        return new AddressChange(new UUID(0, told), WHO, home, mail, START.plusDays(from), day(told));
    }

    private static Instant day(int day) {
        return START.plusDays(day).atStartOfDay(ZONE).toInstant();
    }

    private static PostalAddress at(String street) {
        return new PostalAddress(Map.of("country", "US", "street", street));
    }
}
