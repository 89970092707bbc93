package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.Walk;
import fairway.signin.TestPeople;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-10")
class ProfilePagesTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private UUID ana = new UUID(0, 0);
    private Walk walk = new Walk(0);

    @BeforeEach
    void signedIn() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        walk = new Walk(port).with(people.cookie(ana, false));
        walk.get("/account/profile");
    }

    @Test
    @Tag("ACC-11")
    void the_profile_shows_the_whole_account_number() {
        var number = accounts.find(ana).orElseThrow().number().value();
        assertThat(walk.get("/account/profile").body())
                .contains(number.substring(0, 4) + "\u00a0" + number.substring(4, 8) + "\u00a0" + number.substring(8))
                .contains("/account/security");
    }

    @Test
    void a_name_is_kept_in_parts_and_becomes_the_name_in_the_account() {
        var saved = walk.post(
                "/account/profile/name",
                "name.family",
                "Fernández-Echeverría y Quiñones",
                "name.given",
                "María de los Ángeles",
                "passport.family",
                "FERNANDEZ ECHEVERRIA Y QUINONES",
                "passport.given",
                "MARIA DE LOS ANGELES",
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28");
        assertThat(saved.headers().firstValue("Location")).contains("/account/profile?saved");
        assertThat(accounts.profileOf(ana).born()).isEqualTo(LocalDate.of(1986, 4, 28));
        assertThat(walk.get("/account/profile").body())
                .contains("María de los Ángeles Fernández-Echeverría y Quiñones")
                .contains("MARIA DE LOS ANGELES FERNANDEZ ECHEVERRIA Y QUINONES")
                .contains("April 28, 1986");
        assertThat(accounts.find(ana).orElseThrow().shownName()).startsWith("María de los Ángeles");
    }

    @Test
    void somebody_with_one_name_has_it_as_family_name_and_names_of_all_tongues_are_names() {
        walk.post("/account/profile/name", "name.family", "Suparno");
        assertThat(accounts.profileOf(ana).name()).isEqualTo(new PersonName("Suparno", "", ""));
        for (var name : new String[] {"Nguyễn", "O’Brien", "Ó Súilleabháin", "محمد", "D'Angelo-Smith Jr."}) {
            assertThat(walk.post("/account/profile/name", "name.family", name).statusCode())
                    .as(name)
                    .isEqualTo(303);
        }
    }

    @Test
    void what_is_wrong_is_said_beside_its_box_and_nothing_else_is_lost() {
        var again = walk.post(
                "/account/profile/name",
                "name.family",
                "",
                "name.given",
                "Ana<script>",
                "born.year",
                "1986",
                "born.month",
                "2",
                "born.day",
                "30");
        assertThat(again.body())
                .contains(
                        "There are 3 things to fix",
                        "href=\"#name.family\"",
                        "value=\"Ana&lt;script>\"",
                        "value=\"1986\"");
        assertThat(accounts.profileOf(ana).name()).isNull();
    }

    @Test
    void former_names_are_added_and_removed_one_by_one() {
        walk.post("/account/profile/former-names", "name.family", "Ruiz", "name.given", "Anita");
        walk.post("/account/profile/former-names", "name.family", "Reyes", "name.given", "Ana");
        walk.post("/account/profile/former-names", "name.family", "Reyes", "name.given", "Ana");
        assertThat(accounts.profileOf(ana).former())
                .extracting(PersonName::whole)
                .containsExactly("Anita Ruiz", "Ana Reyes");
        walk.post("/account/profile/former-names/remove", "family", "Ruiz", "given", "Anita", "middle", "");
        assertThat(walk.get("/account/profile/former-names").body())
                .contains("Ana Reyes")
                .doesNotContain("Anita");
    }

    @Test
    void telephones_have_kinds_and_must_be_numbers_of_this_country() {
        var wrong = walk.post("/account/profile/phones", "day", "+44 20 7946 0958", "mobile", "(202) 555-0147");
        assertThat(wrong.body()).contains("Enter a U.S. number", "(202) 555-0147");
        walk.post("/account/profile/phones", "day", "202-555-0123", "mobile", "(202) 555-0147");
        assertThat(accounts.profileOf(ana).phones())
                .isEqualTo(
                        Map.of(PhoneKind.DAY, new Phone("+12025550123"), PhoneKind.MOBILE, new Phone("+12025550147")));
    }

    @Test
    void language_and_time_zone_are_the_persons() {
        walk.post("/account/profile/language", "language", "es", "zone", "America/Los_Angeles");
        var contact = accounts.contactOf(ana);
        assertThat(contact.language().getLanguage()).isEqualTo("es");
        assertThat(contact.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(walk.post("/account/profile/language", "language", "xx", "zone", "America/Los_Angeles")
                        .statusCode())
                .isEqualTo(404);
        assertThat(walk.post("/account/profile/language", "language", "es", "zone", "Mars/Base")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void earlier_addresses_keep_their_days_and_the_current_one_is_not_removed_here() {
        walk.post("/account/profile/addresses", past("Bogotá", "CO", "2019", "2021"));
        var wrong = walk.post("/account/profile/addresses", past("Lima", "PE", "2021", "2020"));
        assertThat(wrong.body()).contains("This day is not after the day you moved in", "Lima");
        accounts.move(ana, american("12 Oak Street"), null, LocalDate.of(2026, 11, 1));
        assertThat(accounts.profileOf(ana).homes())
                .extracting(stay -> stay.address().box("city"))
                .containsExactly("Buffalo", "Bogotá");
        walk.post("/account/profile/addresses/remove", "from", "2026-11-01", "place", "0");
        walk.post("/account/profile/addresses/remove", "from", "2019-01-01", "place", "1");
        assertThat(accounts.profileOf(ana).homes())
                .extracting(stay -> stay.address().box("city"))
                .containsExactly("Buffalo");
    }

    @Test
    void two_open_pages_never_undo_each_other() {
        walk.post("/account/profile/name", "name.family", "Ruiz");
        walk.post("/account/profile/phones", "day", "202-555-0123");
        assertThat(accounts.profileOf(ana).name()).isNotNull();
        assertThat(accounts.profileOf(ana).phones()).hasSize(1);
    }

    @Test
    @Tag("SEC-8")
    void a_profile_lies_sealed_in_the_database() {
        walk.post("/account/profile/name", "name.family", "Quintanilla");
        accounts.move(ana, american("12 Oak Street"), null, LocalDate.of(2026, 11, 1));
        assertThat(db.sql("""
                select encode(sealed, 'escape') from identity.profile where account = :account
                union all select encode(sealed, 'escape') from identity.address_change where account = :account
                """).param("account", ana).query(String.class).list())
                .hasSize(2)
                .noneMatch(bytes -> bytes.contains("Quintanilla") || bytes.contains("Oak Street"));
    }

    @Test
    @Tag("FIL-10+")
    void forms_read_the_profile_as_facts_in_their_own_boxes() {
        walk.post(
                "/account/profile/name",
                "name.family",
                "Ruiz",
                "name.given",
                "Ana",
                "born.year",
                "1986",
                "born.month",
                "4",
                "born.day",
                "28");
        walk.post("/account/profile/phones", "mobile", "(202) 555-0147");
        accounts.move(ana, american("12 Oak Street"), null, LocalDate.of(2026, 11, 1));
        assertThat(accounts.personFacts(ana))
                .containsEntry("person.legal_name", Map.of("family", "Ruiz", "given", "Ana", "middle", ""))
                .containsEntry("person.birth_date", Map.of("year", "1986", "month", "4", "day", "28"))
                .containsEntry("person.mobile_phone", Map.of("", "(202) 555-0147"))
                .hasEntrySatisfying(
                        "person.physical_address", boxes -> assertThat(boxes).containsEntry("zip", "14201"));
    }

    @Test
    void an_officer_has_no_profile_page() {
        var officer = people.officer("Officer One", "OFFICER");
        assertThat(new Walk(port)
                        .with(people.cookie(officer, true))
                        .get("/account/profile")
                        .statusCode())
                .isNotEqualTo(200);
    }

    static PostalAddress american(String street) {
        return new PostalAddress(
                Map.of("country", "US", "street", street, "city", "Buffalo", "state", "NY", "zip", "14201"));
    }

    private static String[] past(String city, String country, String from, String to) {
        return new String[] {
            "home.country",
            country,
            "home.street",
            "Calle 1",
            "home.city",
            city,
            "from.year",
            from,
            "from.month",
            "1",
            "from.day",
            "1",
            "to.year",
            to,
            "to.month",
            "1",
            "to.day",
            "1"
        };
    }
}
