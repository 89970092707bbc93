package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Axe;
import fairway.Browser;
import fairway.recovery.Lost.Person;
import fairway.signin.TestSecrets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way back in a real browser, in each language. */
@Tag("browser")
class BackJourneyTests extends Recovering {
    private String language = "";
    private int width;

    @ParameterizedTest
    @CsvSource({"'',1280", "/es,360"})
    @Tag("SEC-4")
    void who_lost_password_name_phone_and_answers_comes_back_to_the_same_account(String spoken, int wide) {
        language = spoken;
        width = wide;
        var person = lost.whole();
        try (var chromium = Browser.start();
                var window = chromium.window(width)) {
            var page = window.newPage();
            go(page, "/sign-in");
            look(page, "sign-in");
            go(page, "/sign-in/lost");
            look(page, "lost");
            go(page, "/sign-in/forgot-name");
            page.fill("#email", person.email());
            look(page, "name");
            press(page);
            look(page, "name-sent");
            byAnswersAndText(page, person);
            byBackupCode(page, person);
            byWaiting(page, person);
        }
    }

    private void byAnswersAndText(Page page, Person person) {
        begin(page, person.email(), true);
        look(page, "prove");
        Browser.follow(page.locator("main a[href$='/prove/questions']"));
        answer(page, "wrong one");
        look(page, "questions-wrong");
        answer(page, null);
        look(page, "prove-answered");
        clock.advance(Duration.ofMinutes(2));
        Browser.follow(page.locator("main form[action$='/code/send'] button").first());
        page.fill("#code", lost.post().code(person.phone()));
        look(page, "code");
        press(page);
        choose(page, true);
    }

    private void byBackupCode(Page page, Person person) {
        begin(page, person.email(), false);
        Browser.follow(page.locator("main a[href$='/prove/passkey'], main a[href$='/prove/backup']")
                .first());
        page.fill("#code", person.backup());
        look(page, "backup");
        press(page);
        look(page, "renewed");
        page.locator("label[for='kept'], input[name='kept']").first().click();
        press(page);
        choose(page, false);
    }

    private void byWaiting(Page page, Person person) {
        begin(page, person.recovery(), false);
        Browser.follow(page.locator("main a[href$='/sign-in/forgot/lost']"));
        look(page, "begin");
        press(page);
        look(page, "status-held");
        var status = page.url();
        go(page, lost.link(person.email(), "/sign-in/recovery/cancel/"));
        look(page, "cancel");
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        page.navigate(status);
        look(page, "status-ready");
        go(page, lost.link(person.recovery(), "/sign-in/recovery/finish/"));
        assertThat(page.url()).endsWith("/sign-in/recovery/finish");
        page.fill("#password", Lost.FRESH + " Otra vez.");
        page.fill("#again_password", Lost.FRESH + " Otra vez.");
        press(page);
        assertThat(page.url()).endsWith(language + "/sign-up/methods");
        go(page, "/sign-in/recovery/finish/AAAAAAAAAAAAAAAAAAAAAA");
        look(page, "dead");
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.recovery());
    }

    private void begin(Page page, String address, boolean looking) {
        clock.advance(Duration.ofMinutes(2));
        go(page, "/sign-in/forgot");
        if (looking) {
            page.fill("#email", "nobody");
            press(page);
            look(page, "forgot-wrong");
        }
        page.fill("#email", address);
        press(page);
        if (looking) {
            look(page, "sent");
        }
        go(page, lost.link(address, "/sign-in/forgot/link/"));
        assertThat(page.url()).endsWith("/sign-in/forgot/link");
        if (looking) {
            look(page, "link");
        }
        press(page);
    }

    private void answer(Page page, @org.jspecify.annotations.Nullable String first) {
        for (int i = 0; i < 5; i++) {
            page.fill("#answer" + (i + 1), i == 0 && first != null ? first : TestSecrets.ANSWERS.get(i));
        }
        press(page);
    }

    private void choose(Page page, boolean looking) {
        var password = looking ? Lost.FRESH : Lost.FRESH + " Y alta.";
        assertThat(page.url()).endsWith("/sign-in/forgot/password");
        page.fill("#password", password);
        page.fill("#again_password", password);
        if (looking) {
            look(page, "password");
        }
        press(page);
        assertThat(page.url()).endsWith("/sign-in/forgot/done");
        if (looking) {
            look(page, "done");
        }
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + language + path);
    }

    private static void press(Page page) {
        Browser.follow(page.locator("main form .fw-actions button").first());
    }

    private void look(Page page, String name) {
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        var wide = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wide).as("%s scrolls sideways", name).isEqualTo(false);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/recovery/" + (language.isEmpty() ? "en-" : "es-") + name + ".png"))
                .setFullPage(true));
        assertThat(Axe.faults(page)).as(name).isEmpty();
    }
}
