package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.identity.Safety;
import fairway.recovery.Lost.Person;
import fairway.signin.Client;
import fairway.signin.SecurityNews;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** An owner and a thief who reads the mailbox, each against the other. */
@Tag("SEC-4")
@Tag("A58")
class ContestedTests extends Recovering {
    private static final String STOP = "/sign-in/recovery/cancel/";

    @Autowired
    Recovery recovery;

    @Autowired
    ApplicationEventPublisher events;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void noted() {
        before = clock.instant();
    }

    @AfterEach
    void back() {
        clock.set(before.plus(Duration.ofHours(2)));
    }

    @Test
    void who_reads_the_mailbox_begins_twice_and_then_people_go_on() {
        var person = lost.whole();
        for (int i = 0; i < 2; i++) {
            assertThat(waiting(person, person.email(), false)).startsWith("/sign-in/recovery/");
            assertThat(stopped(lost.link(person.phone(), STOP))).isTrue();
        }
        assertThat(waiting(person, person.email(), false)).isEmpty();
        assertThat(browser.get("/sign-in/forgot/lost").body())
                .contains("Ask our help desk", "href=\"/help/request\"")
                .doesNotContain("action=\"/sign-in/forgot/lost\"");
        assertThat(waiting(person, person.email(), true)).isEmpty();
        assertThat(waiting(person, person.recovery(), false)).startsWith("/sign-in/recovery/");
        assertThat(stopped(lost.link(person.phone(), STOP))).isTrue();
        clock.advance(Duration.ofDays(91));
        assertThat(waiting(person, person.email(), false)).startsWith("/sign-in/recovery/");
    }

    @Test
    void the_mailbox_alone_stops_an_owner_with_a_second_channel_once_and_not_again() {
        var person = lost.whole();
        waiting(person, person.recovery(), true);
        var first = lost.link(person.email(), STOP);
        assertThat(stopped(first)).isTrue();
        assertThat(waiting(person, person.recovery(), true)).startsWith("/sign-in/recovery/");
        assertThat(lost.link(person.email(), STOP)).isEqualTo(first);
        assertThat(stopped(first)).isFalse();
        assertThat(lost.post().bodies(person.email()).stream()
                        .filter(body -> body.contains("this mailbox alone cannot stop this one")))
                .singleElement()
                .asString()
                .contains("/help/request");
        assertThat(lost.link(person.phone(), STOP)).isNotEqualTo(first);
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        var owner = new Client(port);
        owner.get(lost.link(person.recovery(), "/sign-in/recovery/finish/"));
        owner.get("/sign-in/recovery/finish");
        assertThat(owner.post("/sign-in/recovery/finish", "password", Lost.FRESH, "again_password", Lost.FRESH)
                        .location())
                .isEqualTo("/sign-up/next");
    }

    /** Whoever found the phone would else keep its owner out for as long as the number lives. */
    @Test
    @Tag("R10")
    void a_rescue_of_the_help_desk_is_stopped_by_the_phone_once_and_not_again() {
        var person = lost.whole();
        var first = rescue(person);
        var link = lost.link(person.phone(), STOP);
        assertThat(stopped(link)).isTrue();
        assertThat(state(first)).isEqualTo(Recovery.State.CANCELLED);
        var second = rescue(person);
        assertThat(lost.link(person.phone(), STOP)).isEqualTo(link);
        assertThat(stopped(link)).isFalse();
        assertThat(lost.post().bodies(person.phone()).stream()
                        .filter(body -> body.contains("cannot stop another alone")))
                .singleElement()
                .asString()
                .contains("/help/request");
        assertThat(state(second)).isEqualTo(Recovery.State.HELD);
        assertThat(stopped(lost.link(person.email(), STOP)))
                .as("another’s word")
                .isTrue();
        clock.advance(Duration.ofDays(91));
        rescue(person);
        assertThat(stopped(lost.link(person.phone(), STOP))).isTrue();
    }

    @Test
    void two_links_and_nothing_else_come_to_the_help_desk() {
        var person = lost.whole();
        for (int i = 0; i < 2; i++) {
            waiting(person, person.recovery(), false);
            assertThat(stopped(lost.link(person.email(), STOP))).isTrue();
        }
        assertThat(waiting(person, person.recovery(), false)).isEmpty();
    }

    @Test
    void who_shows_a_second_channel_takes_the_place_of_a_wait_with_a_link_alone() {
        var person = lost.whole();
        var thief = waiting(person, person.email(), false);
        var owner = waiting(person, person.recovery(), true);
        assertThat(owner).startsWith("/sign-in/recovery/");
        assertThat(browser.get(thief).body()).contains("This request was stopped");
        assertThat(waiting(person, person.email(), false)).isEmpty();
        assertThat(browser.get("/sign-in/forgot/lost").body()).doesNotContain("Ask our help desk");
        assertThat(browser.get(owner).body()).contains("The request is waiting");
    }

    @Test
    @Tag("R10")
    void a_rescue_of_the_help_desk_is_stopped_by_the_mailbox_once_however_it_says_so() {
        var person = lost.whole();
        events.publishEvent(new SecurityNews(person.id(), SecurityNews.What.NEW_BROWSER, "contest"));
        assertThat(alarmed(person)).isEqualTo(Safety.Reason.NOT_ME_BY_MAIL);
        var first = rescue(person);
        assertThat(alarmed(person)).isEqualTo(Safety.Reason.NOT_ME_BY_MAIL);
        assertThat(state(first)).isEqualTo(Recovery.State.HELD);
        assertThat(stopped(lost.link(person.email(), STOP))).isTrue();
        var second = rescue(person);
        assertThat(stopped(lost.link(person.email(), STOP))).isFalse();
        assertThat(alarmed(person)).isEqualTo(Safety.Reason.NOT_ME_BY_MAIL);
        assertThat(state(second)).isEqualTo(Recovery.State.HELD);
        assertThat(stopped(lost.link(person.phone(), STOP))).isTrue();
        assertThat(state(second)).isEqualTo(Recovery.State.CANCELLED);
        assertThat(db.sql("select reason from identity.account_hold where account = :id order by made_at, id")
                        .param("id", person.id())
                        .query(String.class)
                        .list())
                .containsExactly("NOT_ME_BY_MAIL", "NOT_ME_AGAIN", "NOT_ME_AGAIN");
    }

    @Test
    void an_alarm_from_the_recovery_address_or_from_inside_stops_everything_each_time() {
        var person = lost.whole();
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofHours(1));
            var rescue = rescue(person);
            events.publishEvent(new SecurityNews(person.id(), SecurityNews.What.NEW_BROWSER, "again " + i));
            var link = lost.link(person.recovery(), "/sign-in/not-me/");
            browser.get(link);
            browser.post(link);
            assertThat(state(rescue)).isEqualTo(Recovery.State.CANCELLED);
            assertThat(accounts.safety().holdOn(person.id()).orElseThrow().reason())
                    .isEqualTo(Safety.Reason.NOT_ME);
        }
    }

    /** Where the wish to wait leads; empty where it is refused. */
    private String waiting(Person person, String address, boolean withText) {
        clock.advance(Duration.ofMinutes(20));
        browser = lost.begun(new Client(port), address);
        if (withText) {
            lost.text(browser, person);
        }
        browser.get("/sign-in/forgot/lost");
        return browser.post("/sign-in/forgot/lost").location();
    }

    private boolean stopped(String link) {
        var reader = new Client(port);
        reader.get(link);
        return reader.post(link).body().contains("The request is stopped");
    }

    private UUID rescue(Person person) {
        var fresh = new EmailAddress("fresh." + UUID.randomUUID() + "@example.org");
        return recovery.assisted(person.id(), fresh, Locale.ENGLISH, "two-proofs");
    }

    private Recovery.State state(UUID rescue) {
        return recovery.status(rescue).state();
    }

    /** Whoever reads the mailbox presses "this was not me"; gives why changes are stopped now. */
    private Safety.Reason alarmed(Person person) {
        clock.advance(Duration.ofMinutes(1));
        var link = lost.link(person.email(), "/sign-in/not-me/");
        browser.get(link);
        browser.post(link);
        return accounts.safety().holdOn(person.id()).orElseThrow().reason();
    }
}
