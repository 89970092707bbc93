package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers ask for codes to a phone that is somebody else's: its owner still gets in, and no phone rings all day. */
@Tag("SEC-6")
class OwnCodesTests extends AtTheDoor {
    private static final Duration STEP = Duration.ofMinutes(6);

    /** So that nobody else's codes of the day count. */
    @BeforeEach
    void aPhoneOfTheirOwn() {
        db.sql("delete from limits.tally").update();
    }

    @Test
    @Tag("A03")
    @Tag("T05")
    @Tag("A45")
    void strangers_who_sign_up_with_a_phone_use_up_their_own_codes_and_its_owner_gets_in() {
        for (int i = 1; i <= 2; i++) {
            var stranger = settingUp(Client.from("127.41.7." + i, port));
            stranger.post("/sign-up/methods", "ways", "text", "phone", phone);
            for (int again = 0; again < 12; again++) {
                later();
                stranger.post("/sign-up/code/send");
            }
            assertThat(stranger.post("/sign-up/code/send").body()).contains("so we cannot send another one yet");
        }
        assertThat(codes()).isEqualTo(6);
        half(browser);
        later();
        assertThat(browser.post("/sign-in/code/send", "with", wayTo("TEXT")).location())
                .contains("/sign-in/code");
        assertThat(codes()).isGreaterThan(6);
        browser.post("/sign-in/code", "with", wayTo("TEXT"), "code", post.code(phone));
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        for (int i = 0; i < 30; i++) {
            later();
            half(new Client(port)).post("/sign-in/code/send", "with", wayTo("TEXT"));
        }
        assertThat(codes()).as("all of them together").isEqualTo(6 + 15);
    }

    @Test
    @Tag("A45")
    @Tag("T06")
    void from_one_place_so_many_phones_are_set_up_in_an_hour_whatever_their_numbers() {
        var bot = Client.from("127.42.7.1", port);
        settingUp(bot);
        var numbers = Stream.generate(TestPhones::next).limit(21).toList();
        for (var number : numbers) {
            bot.post("/sign-up/methods", "ways", "text", "phone", number);
        }
        assertThat(numbers.subList(0, 20)).allMatch(number -> asked(number) == 1);
        var last = numbers.getLast();
        assertThat(asked(last)).isZero();
        var elsewhere = settingUp(Client.from("127.43.7.1", port));
        elsewhere.post("/sign-up/methods", "ways", "text", "phone", last);
        assertThat(asked(last)).isOne();
    }

    @Test
    @Tag("A45")
    void who_adds_a_phone_in_the_settings_or_for_news_counts_with_the_strangers() {
        var number = TestPhones.next();
        var own = settingUp(Client.from("127.44.7.1", port));
        for (int i = 0; i < 6; i++) {
            own.post("/sign-up/methods", "ways", "text", "phone", number);
            own.post("/sign-up/code/send");
            later();
        }
        int before = post.bodies(number).size();
        assertThat(before).isEqualTo(6);
        enter(browser);
        browser.get("/account/profile/notifications");
        assertThat(browser.post("/account/profile/notifications/phone", "number", number)
                        .status())
                .isEqualTo(200);
        browser.get("/account/security/codes");
        browser.post("/account/security/codes", "way", "TEXT", "phone", number);
        assertThat(post.bodies(number)).hasSize(before);
    }

    /** What was sent leaves the house before it is too old to. */
    private void later() {
        jobs.runDue();
        clock.advance(STEP);
    }

    private long codes() {
        return asked(phone);
    }

    private long asked(String number) {
        return post.bodies(number).stream()
                .filter(body -> body.matches("(?s).*\\b[0-9]{6}\\b.*"))
                .count();
    }

    /** With a mailbox of their own, before the choice of ways to codes. */
    private Client settingUp(Client client) {
        var address = "new." + UUID.randomUUID() + "@example.org";
        client.get("/sign-up");
        client.post("/sign-up", "email", address);
        var link = post.link(address);
        client.get(link);
        client.post(link);
        client.get("/sign-up/terms");
        client.post("/sign-up/terms", "agree", "yes");
        client.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);
        client.get("/sign-up/methods");
        return client;
    }
}
