package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The beginning of an account: mistyped, interrupted, elsewhere, by the wrong person. */
class BeginningTests extends AtTheDoor {
    String fresh;

    @BeforeEach
    void newcomer() {
        fresh = "begin." + UUID.randomUUID() + "@example.org";
    }

    private void ask(Client client, String address) {
        client.get("/sign-up");
        client.post("/sign-up", "email", address);
        client.get("/sign-up/sent");
    }

    private void confirm(Client client, String address) {
        var link = post.link(address);
        client.get(link);
        client.post(link);
        client.get("/sign-up/next");
        client.get("/sign-up/terms");
    }

    private void choosePassword(Client client) {
        client.post("/sign-up/terms", "agree", "yes");
        client.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);
        client.get("/sign-up/methods");
    }

    @Test
    @Tag("ACC-3")
    void a_mistyped_address_is_corrected_in_place_and_its_link_is_dead() {
        var wrong = "typo." + fresh;
        ask(browser, wrong);
        var link = post.link(wrong);
        assertThat(browser.get("/sign-up/sent").body()).contains("Is the address wrong?");
        assertThat(browser.post("/sign-up", "email", fresh).location()).isEqualTo("/sign-up/sent");
        assertThat(browser.get("/sign-up/sent").body()).contains(fresh).doesNotContain(wrong);
        assertThat(new Client(port).get(link).body()).contains("does not work any more");
        confirm(browser, fresh);
        assertThat(browser.get("/sign-up/terms").status()).isEqualTo(200);
    }

    @Test
    @Tag("ACC-3")
    void only_the_browser_that_asked_takes_a_request_back() {
        ask(browser, fresh);
        var link = post.link(fresh);
        var stranger = new Client(port);
        ask(stranger, fresh);
        stranger.post("/sign-up", "email", "other." + fresh);
        assertThat(browser.get(link).body()).contains("Confirm my address");
    }

    @Test
    @Tag("ACC-3")
    void the_page_says_where_the_message_is() {
        ask(browser, fresh);
        assertThat(browser.get("/sign-up/sent").body()).contains("on its way to the mail service");
        jobs.runDue();
        assertThat(browser.get("/sign-up/sent").body()).contains("Our mail service has taken the e-mail");
        state("FAILED_TEMPORARY");
        assertThat(browser.get("/sign-up/sent").body()).contains("We try again by ourselves");
        state("FAILED_PERMANENT");
        assertThat(browser.get("/sign-up/sent").body()).contains("We could not deliver the e-mail");
    }

    private void state(String state) {
        db.sql("update delivery.message set state = :state, "
                        + "next_try = case when :state = 'FAILED_TEMPORARY' then created_at + interval '9 years' end "
                        + "where dedupe like 'signin.sign-up/%' and created_at = "
                        + "(select max(created_at) from delivery.message where dedupe like 'signin.sign-up/%')")
                .param("state", state)
                .update();
    }

    @Test
    @Tag("ACC-12")
    void the_set_up_goes_on_elsewhere_at_the_step_it_had_reached() {
        ask(browser, fresh);
        confirm(browser, fresh);
        browser.post("/sign-up/terms", "agree", "yes");
        clock.advance(Duration.ofMinutes(2));
        var second = new Client(port);
        ask(second, fresh);
        confirm(second, fresh);
        assertThat(second.get("/sign-up/next").location()).isEqualTo("/sign-up/password");
        choosePassword(second);
        second.post("/sign-up/methods", "ways", "email");
        var third = new Client(port);
        third.get("/sign-in");
        third.post("/sign-in", "email", fresh, "password", PASSWORD);
        assertThat(third.get("/sign-up/next").location()).isEqualTo("/sign-up/code");
        clock.advance(Duration.ofSeconds(61));
        third.get("/sign-up/code");
        third.post("/sign-up/code/send");
        assertThat(third.post("/sign-up/code", "code", post.code(fresh)).location())
                .isEqualTo("/sign-up/backup");
        third.get("/sign-up/backup");
        third.post("/sign-up/backup", "kept", "yes");
        clock.advance(Duration.ofSeconds(61));
        var fourth = new Client(port);
        fourth.get("/sign-in");
        fourth.post("/sign-in", "email", fresh, "password", PASSWORD);
        fourth.get("/sign-in/code");
        fourth.post("/sign-in/code", "code", post.code(fresh));
        assertThat(fourth.get("/sign-up/next").location()).isEqualTo("/sign-up/questions");
    }

    @Test
    @Tag("A47")
    void addresses_that_look_or_are_alike_are_one_or_two_but_never_confused() {
        assertThat(EmailAddress.read(" Luz@EXAMPLE.org ")).hasValue(new EmailAddress("luz@example.org"));
        assertThat(EmailAddress.read("Jose\u0301@example.org")).isEqualTo(EmailAddress.read("jos\u00e9@example.org"));
        assertThat(EmailAddress.read("luz@ex\u0430mple.org"))
                .hasValueSatisfying(cyrillic -> assertThat(cyrillic.value()).startsWith("luz@xn--"));
        assertThat(EmailAddress.read("LUI\u0130@example.org")).isNotEqualTo(EmailAddress.read("luii@example.org"));
        assertThat(EmailAddress.read("luz+1@example.org")).isNotEqualTo(EmailAddress.read("luz@example.org"));
        for (var odd : new String[] {
            "\"luz b\"@example.org",
            "luz@example.org.",
            "luz@localhost",
            "luz..b@example.org",
            "luz@exa mple.org",
            "@example.org"
        }) {
            assertThat(EmailAddress.read(odd)).as(odd).isEmpty();
        }
        var twin = email.toUpperCase(java.util.Locale.ROOT);
        ask(browser, twin);
        assertThat(post.subjects(email).getFirst()).isEqualTo("You have an account already");
    }

    @Test
    @Tag("A48")
    void who_signs_up_with_an_address_of_another_has_nothing_when_the_owner_comes() {
        var attacker = new Client(port);
        ask(attacker, fresh);
        assertThat(attacker.get("/sign-up/terms").location()).isEqualTo("/sign-up");
        assertThat(attacker.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD)
                        .location())
                .isEqualTo("/sign-up");
        assertThat(accounts.byEmail(new EmailAddress(fresh), false)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        ask(browser, fresh);
        confirm(browser, fresh);
        choosePassword(browser);
        assertThat(attacker.get("/sign-up/next").location()).isEqualTo("/sign-up");
        assertThat(attacker.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    @Tag("A48")
    void a_later_link_ends_the_set_up_that_somebody_began_before() {
        ask(browser, fresh);
        confirm(browser, fresh);
        clock.advance(Duration.ofMinutes(2));
        var owner = new Client(port);
        ask(owner, fresh);
        confirm(owner, fresh);
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up");
        assertThat(owner.get("/sign-up/next").location()).isEqualTo("/sign-up/terms");
    }

    @Test
    @Tag("ACC-14")
    void the_last_page_lists_what_to_do_next() {
        enter(browser);
        assertThat(browser.get("/sign-up/done").body())
                .contains(
                        "See your account",
                        "Look up a pending case",
                        "Check your contact details",
                        "Choose how we tell you news",
                        "File a form",
                        "Look at your security");
    }

    @Test
    @Tag("P10")
    @Tag("P11")
    void password_managers_and_paste_work_and_what_is_typed_is_hidden_until_it_is_shown() throws Exception {
        var signIn = browser.get("/sign-in").body();
        assertThat(signIn)
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"", "type=\"password\"")
                .contains("data-reveal=\"password\"");
        half(browser);
        assertThat(browser.get("/sign-in/code").body()).contains("autocomplete=\"one-time-code\"");
        var newcomer = new Client(port);
        ask(newcomer, fresh);
        confirm(newcomer, fresh);
        newcomer.post("/sign-up/terms", "agree", "yes");
        assertThat(newcomer.get("/sign-up/password").body())
                .contains("autocomplete=\"new-password\"", "data-reveal=\"again\"")
                .doesNotContain("onpaste");
        try (var scripts = java.nio.file.Files.walk(java.nio.file.Path.of("assets/js"))) {
            for (var script :
                    scripts.filter(path -> path.toString().endsWith(".js")).toList()) {
                assertThat(java.nio.file.Files.readString(script))
                        .as(script.toString())
                        .doesNotContainIgnoringCase("paste\"");
            }
        }
    }

    @Test
    @Tag("P15")
    void the_page_helps_to_a_good_password_before_and_after_a_refusal_in_both_languages() {
        ask(browser, fresh);
        confirm(browser, fresh);
        browser.post("/sign-up/terms", "agree", "yes");
        assertThat(browser.get("/sign-up/password").body()).contains("A sentence that only you know is best");
        assertThat(browser.get("/es/sign-up/password").body()).contains("Lo más seguro son 15 caracteres");
        assertThat(browser.post("/sign-up/password", "password", "Password1!", "again", "Password1!")
                        .body())
                .contains("Choose another one, for example a sentence", "A sentence that only you know is best");
        assertThat(browser.post("/es/sign-up/password", "password", "Password1!", "again", "Password1!")
                        .body())
                .contains("frase");
    }

    @Test
    @Tag("O07")
    @Tag("O08")
    void texts_come_with_what_can_go_wrong_and_with_other_ways_beside_them() {
        ask(browser, fresh);
        confirm(browser, fresh);
        choosePassword(browser);
        assertThat(browser.get("/sign-up/methods").body())
                .contains("Message and data rates may apply", "Authenticator app", "The safest of the three");
        browser = new Client(port);
        half(browser);
        browser.post("/sign-in/code/send", "with", wayTo("TEXT"));
        assertThat(browser.get("/sign-in/code?with=" + wayTo("TEXT")).body())
                .contains("Check that your phone has a signal", "Try another way");
    }
}
