package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.passwords.TestHashes;
import fairway.signin.Client;
import fairway.signin.TestSecrets;
import fairway.signin.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PasswordLostTests extends Recovering {
    @Autowired
    TestHashes hashes;

    @Test
    @Tag("R05")
    @Tag("R09")
    @Tag("R13")
    void link_and_app_set_a_new_password_end_every_session_tell_everybody_and_the_code_is_still_asked() {
        var person = lost.whole();
        var elsewhere = lost.signedIn(port, person);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
        lost.begun(browser, person.email());
        assertThat(browser.get("/sign-in/forgot/password").location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.app(browser, person).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(browser.get("/sign-in/forgot/prove").location()).isEqualTo("/sign-in/forgot/password");
        assertThat(lost.choose(browser, "short").body()).contains("Use 8 or more characters");
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(browser.get("/account").location()).startsWith("/sign-in");
        for (var address : List.of(person.email(), person.recovery())) {
            assertThat(lost.post().subjects(address)).contains("A new password was set");
            assertThat(lost.link(address, "/sign-in/not-me/")).isNotEmpty();
        }
        assertThat(lost.post().bodies(person.phone())).anyMatch(text -> text.contains("security of your account"));
        assertThat(lost.enter(new Client(port), person.email(), Lost.OLD)).contains("not right");
        assertThat(lost.enter(browser, person.email(), Lost.FRESH)).startsWith("/sign-in/code");
        assertThat(browser.get("/account").location()).startsWith("/sign-in/code");
        assertThat(accounts.safety().holdOn(person.id())).isEmpty();
    }

    @Test
    @Tag("R08")
    @Tag("A58")
    void answers_are_never_enough_where_there_is_a_phone_and_a_code_without_answers_is_not_either() {
        var person = lost.withPhone();
        lost.begun(browser, person.email());
        assertThat(lost.text(browser, person).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/prove");
        var other = lost.begun(new Client(port), person.email());
        assertThat(lost.answer(other, TestSecrets.ANSWERS).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.choose(other, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.text(other, person).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.choose(other, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");
    }

    @Test
    @Tag("A17")
    void answers_are_taken_in_other_case_with_other_spaces_and_without_accents() {
        var person = lost.mailOnly();
        lost.begun(browser, person.email());
        var typed =
                List.of("  SENORA   NUNEZ ", "A brown, bear!", "cielito LINDO", "Tamales  verdes", "el Principito.");
        assertThat(lost.answer(browser, typed).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(browser.get("/sign-in/forgot/prove").location()).isEqualTo("/sign-in/forgot/password");
    }

    @Test
    @Tag("A17")
    void wrong_answers_are_all_looked_at_never_named_and_closed_for_a_day_after_five() {
        var person = lost.mailOnly();
        lost.begun(browser, person.email());
        for (int wrong = 0; wrong < 4; wrong++) {
            var answers = new ArrayList<>(TestSecrets.ANSWERS);
            answers.set(wrong, "not this one");
            long before = hashes.asked();
            assertThat(lost.answer(browser, answers).body()).contains("We do not say which");
            assertThat(hashes.asked() - before).isEqualTo(5);
        }
        var none = List.of("one", "two", "three", "four", "five");
        assertThat(lost.answer(browser, none).body()).contains("too many wrong tries");
        assertThat(lost.post().subjects(person.email())).contains("Wrong answers for your account");
        assertThat(lost.answer(browser, TestSecrets.ANSWERS).body()).contains("too many wrong tries");
        clock.advance(Duration.ofHours(23));
        var again = lost.begun(new Client(port), person.email());
        assertThat(lost.answer(again, TestSecrets.ANSWERS).body()).contains("too many wrong tries");
        clock.advance(Duration.ofHours(2));
        again = lost.begun(new Client(port), person.email());
        assertThat(lost.answer(again, TestSecrets.ANSWERS).location()).isEqualTo("/sign-in/forgot/prove");
    }

    @Test
    @Tag("A17")
    void after_twenty_wrong_in_a_row_the_answers_are_closed_until_their_owner_sets_them_anew() {
        var person = lost.mailOnly();
        var none = List.of("one", "two", "three", "four", "five");
        for (int day = 0; day < 4; day++) {
            clock.advance(Duration.ofHours(25));
            lost.begun(browser, person.email());
            for (int i = 0; i < 5; i++) {
                lost.answer(browser, none);
            }
        }
        clock.advance(Duration.ofDays(30));
        lost.begun(browser, person.email());
        assertThat(lost.answer(browser, TestSecrets.ANSWERS).body()).contains("This way to sign in is closed");
        var owner = lost.signedIn(port, person);
        owner.get("/account/security/questions");
        var fields = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            fields.addAll(List.of(
                    "question" + (i + 1),
                    List.of("shop", "sport", "smell", "game", "tree").get(i)));
            fields.addAll(List.of("answer" + (i + 1), TestSecrets.ANSWERS.get(i)));
        }
        assertThat(owner.post("/account/security/questions", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(303);
        lost.begun(browser, person.email());
        assertThat(lost.answer(browser, TestSecrets.ANSWERS).location()).isEqualTo("/sign-in/forgot/prove");
    }

    @Test
    @Tag("R08")
    void with_codes_by_mail_alone_link_and_answers_open_it_and_changes_rest_for_three_days() {
        var person = lost.mailOnly();
        lost.begun(browser, person.email());
        lost.answer(browser, TestSecrets.ANSWERS);
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done?rests");
        var owner = lost.signedIn(port, person);
        for (var page : List.of("email", "recovery", "password", "backup")) {
            assertThat(owner.get("/account/security/" + page).location()).isEqualTo("/account/security/stopped");
        }
        clock.advance(Duration.ofHours(71));
        assertThat(lost.signedIn(port, person).get("/account/security/email").location())
                .isEqualTo("/account/security/stopped");
        clock.advance(Duration.ofHours(2));
        assertThat(lost.signedIn(port, person).get("/account/security/email").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R02")
    void a_backup_code_is_used_up_a_new_one_is_shown_and_everybody_hears_of_it() {
        var person = lost.whole();
        lost.begun(browser, person.email());
        assertThat(lost.backup(browser, "AAAA-BBBB-CCCC-DDDD").body()).contains("not right");
        assertThat(lost.backup(browser, person.backup().toLowerCase(java.util.Locale.ROOT))
                        .location())
                .isEqualTo("/sign-in/forgot/prove/backup/renewed");
        var page = browser.get("/sign-in/forgot/prove/backup/renewed").body();
        var fresh = page.replaceAll("(?s).*id=\"backup-code\">([0-9A-Z-]+)<.*", "$1");
        assertThat(fresh).hasSize(19).isNotEqualTo(person.backup());
        assertThat(browser.post("/sign-in/forgot/prove/backup/renewed").body()).contains("kept");
        browser.post("/sign-in/forgot/prove/backup/renewed", "kept", "yes");
        assertThat(browser.get("/sign-in/forgot/prove/backup/renewed").status()).isEqualTo(303);
        for (var address : List.of(person.email(), person.recovery())) {
            assertThat(lost.post().subjects(address)).contains("Your backup code was used");
        }
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");
        var again = lost.begun(new Client(port), person.email());
        assertThat(lost.backup(again, person.backup()).body()).contains("not right");
        assertThat(lost.backup(again, fresh).location()).isEqualTo("/sign-in/forgot/prove/backup/renewed");
    }

    @Test
    @Tag("R02")
    void of_fifty_uses_of_one_backup_code_at_once_one_succeeds() throws Exception {
        var person = lost.whole();
        lost.begun(browser, person.email());
        browser.get("/sign-in/forgot/prove/backup");
        var answers = atOnce(browser, copy -> copy.post("/sign-in/forgot/prove/backup", "code", person.backup()));
        assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
    }

    @Test
    @Tag("R03")
    @Tag("A07")
    void a_code_for_recovery_lives_ten_minutes_and_opens_nothing_else() {
        var person = lost.withPhone();
        lost.begun(browser, person.email());
        var way = lost.way(person, Way.TEXT);
        browser.post("/sign-in/forgot/prove/code/send", "with", way);
        var code = lost.post().code(person.phone());
        var half = new Client(port);
        lost.enter(half, person.email(), Lost.OLD);
        half.get("/sign-in/code");
        assertThat(half.post("/sign-in/code", "with", way, "code", code).status())
                .isEqualTo(200);
        assertThat(browser.post("/sign-in/forgot/prove/code", "with", way, "code", code)
                        .location())
                .isEqualTo("/sign-in/forgot/prove");
        clock.advance(Duration.ofMinutes(2));
        browser.get("/sign-in/forgot/prove");
        browser.post("/sign-in/forgot/prove/code/send", "with", way);
        var late = lost.post().code(person.phone());
        clock.advance(Duration.ofMinutes(10));
        assertThat(browser.post("/sign-in/forgot/prove/code", "with", way, "code", late)
                        .body())
                .contains("does not work any more");
    }
}
