package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.signin.Way;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person who loses phone, password, answers and mailbox one after the other, and a thief who holds each one of them. */
@Tag("browser")
@Tag("SEC-4")
class StoryJourneyTests extends Story {
    private static final String FRESH = "La luna sale tarde, siempre.";

    @Test
    @Tag("R10")
    void who_loses_phone_password_answers_and_mailbox_always_comes_back_to_the_same_account_and_case() {
        try (var chromium = Browser.start();
                var window = chromium.window(1280)) {
            var page = window.newPage();
            withoutThePhone(page);
            withoutThePassword(page);
            withoutTheAnswers(page);
            withoutTheMailbox(page);
            assertThat(owners.email(owner)).isEqualTo(owner.person().answer());
        }
    }

    /** Signs in with the password and a code by mail, and takes the lost phone off the account. */
    private void withoutThePhone(Page page) {
        enter(page, Owners.PASSWORD, Way.EMAIL, owner.email());
        seesTheSame(page);
        go(page, "/account/security/codes");
        Browser.follow(page.locator("form[action$='/" + owners.way(owner, Way.TEXT) + "/remove'] button"));
        assertThat(owners.way(owner, Way.TEXT)).isEmpty();
        page.context().clearCookies();
    }

    private void withoutThePassword(Page page) {
        begin(page, owner.email());
        Browser.follow(page.locator("main a[href$='/prove/questions']"));
        answer(page, 0);
        choose(page, FRESH);
        assertThat(page.url()).contains("/sign-in/forgot/done");
        enter(page, FRESH, Way.EMAIL, owner.email());
        seesTheSame(page);
        page.context().clearCookies();
    }

    /** The password was lost again, and the answers are not known any more: three days under everybody’s eyes. */
    private void withoutTheAnswers(Page page) {
        begin(page, owner.email());
        Browser.follow(page.locator("main a[href$='/prove/questions']"));
        answer(page, 1);
        assertThat(page.locator("#problems").count()).isEqualTo(1);
        go(page, "/sign-in/forgot/prove");
        Browser.follow(page.locator("main a[href$='/sign-in/forgot/lost']"));
        press(page);
        assertThat(page.url()).contains("/sign-in/recovery/");
        finish(page, owner.email(), FRESH + " Y alta.");
        seesTheSame(page);
        page.context().clearCookies();
    }

    /** Nothing at all is left: two agents, a letter, a passport held beside the file, and three days. */
    private void withoutTheMailbox(Page page) {
        ask(page);
        var request = asked.requestOf(owner.person().answer());
        var agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, owner.person());
        agent.post("/desk/help/" + request + "/proof", "kind", "LETTER");
        agent.post("/desk/help/" + request + "/proof", "kind", "DOCUMENT");
        jobs.runDue();
        clock.advance(Duration.ofDays(4));
        open(page);
        page.fill("[name=code]", asked.code(owner.person().letters()));
        Browser.follow(page.locator("main form[action$='/code'] button"));
        var officer = asked.agent(port, "OFFICER");
        officer.get("/desk/help/compare/" + request);
        officer.post("/desk/help/compare/" + request, "paper", "PASSPORT");
        agent = asked.agent(port, "SUPPORT");
        agent.get("/desk/help/" + request);
        agent.post("/desk/help/" + request + "/propose", "reason", "The letter and the passport are theirs.");
        var second = asked.agent(port, "SUPPORT");
        second.get("/desk/help/" + request);
        assertThat(second.post("/desk/help/" + request + "/approve").location()).endsWith("done=approved");
        page.reload();
        assertThat(page.locator("main").innerText()).contains("The wait ends on");
        finish(page, owner.person().answer(), "El mar llega hasta la puerta.");
        Browser.look(page, "story-en-back");
        seesTheSame(page);
        open(page);
        assertThat(page.locator("main").innerText()).contains("You are back in your account");
        Browser.look(page, "story-en-help-over");
    }

    @Test
    @Tag("A58")
    @Tag("A17")
    void a_thief_who_holds_the_phone_the_password_the_answers_or_the_mailbox_comes_nowhere() {
        language = "/es";
        try (var chromium = Browser.start()) {
            try (var thief = chromium.window(360)) {
                holdsThePhone(thief.newPage());
            }
            try (var thief = chromium.window(360)) {
                holdsThePassword(thief.newPage());
            }
            try (var thief = chromium.window(360)) {
                holdsTheAnswers(thief.newPage());
            }
            try (var thief = chromium.window(360);
                    var own = chromium.window(360)) {
                holdsTheMailbox(thief.newPage(), own.newPage());
            }
            clock.advance(Duration.ofDays(2));
            try (var own = chromium.window(360)) {
                var page = own.newPage();
                enter(page, Owners.PASSWORD, Way.TEXT, owner.phone());
                assertThat(page.url()).endsWith("/sign-in/new-password");
                choose(page, FRESH);
                seesTheSame(page);
            }
        }
    }

    /** Reads texts: no page sends one before a password or a link was shown. */
    private void holdsThePhone(Page page) {
        for (var name : List.of(owner.phone(), owner.email())) {
            signIn(page, name, "Adivinada 1!");
            assertThat(page.url()).endsWith("/sign-in");
        }
        forgets(page);
        go(page, "/sign-in/forgot-name");
        page.fill("#email", owner.email());
        press(page);
        shut(page);
        assertThat(owners.post().bodies(owner.phone())).noneMatch(body -> body.matches("(?s).*\\b[0-9]{6}\\b.*"));
    }

    /** Comes to the code, guesses, and tries what else is offered there. */
    private void holdsThePassword(Page page) {
        var told = owners.told(owner.email(), "/sign-in/not-me/");
        signIn(page, owner.email(), Owners.PASSWORD);
        assertThat(page.url()).endsWith("/sign-in/code");
        for (int i = 0; i < 3; i++) {
            page.fill("#code", "00000" + i);
            press(page);
        }
        go(page, "/sign-in/backup");
        page.fill("#code", "AAAA-AAAA-AAAA-AAAA");
        press(page);
        go(page, "/sign-in/ways");
        forgets(page);
        shut(page);
        assertThat(owners.told(owner.email(), "/sign-in/not-me/")).isGreaterThan(told);
    }

    /** Knows what to answer, but no page asks before the link in the mailbox was opened. */
    private void holdsTheAnswers(Page page) {
        forgets(page);
        go(page, "/sign-in/forgot/prove/questions");
        assertThat(page.url()).endsWith("/sign-in/forgot");
        shut(page);
    }

    /** Opens the link, guesses everything it leads to, and begins to wait as often as the house lets them. */
    private void holdsTheMailbox(Page page, Page own) {
        begin(page, owner.email());
        for (int i = 0; i < 5; i++) {
            go(page, "/sign-in/forgot/prove/questions");
            answer(page, 1);
        }
        go(page, "/sign-in/forgot/prove/backup");
        page.fill("#code", "AAAA-AAAA-AAAA-AAAA");
        press(page);
        go(page, "/sign-in/forgot/prove");
        Browser.follow(page.locator("main form[action$='/code/send'] button").first());
        page.fill("#code", "000000");
        press(page);
        shut(page);
        for (int i = 0; i < 2; i++) {
            go(page, "/sign-in/forgot/lost");
            press(page);
            var status = page.url();
            go(own, owners.link(owner.phone(), "/sign-in/recovery/cancel/"));
            press(own);
            clock.advance(WAIT);
            jobs.runDue();
            page.navigate(status);
            if (i == 0) {
                Browser.look(own, "story-es-stopped");
                Browser.look(page, "story-es-status");
                go(own, owners.link(owner.phone(), "/sign-in/recovery/cancel/"));
                Browser.look(own, "story-es-over");
            }
            assertThat(owners.told(owner.email(), "/sign-in/recovery/finish/")).isZero();
            shut(page);
            begin(page, owner.email());
        }
        go(page, "/sign-in/forgot/lost");
        assertThat(page.locator("main form[action$='/forgot/lost']").count()).isZero();
        assertThat(page.locator("main a[href$='/help/request']").count()).isPositive();
        Browser.look(page, "story-es-often");
        shut(page);
        assertThat(owners.told(owner.email(), "/sign-in/not-me/")).isPositive();
        asksForHelp(page);
        ringsTheAlarm(page);
    }

    /** In the owner’s name, to an address of their own: the code in the mailbox is one proof, and one is not enough. */
    private void asksForHelp(Page page) {
        var heard = texts();
        ask(page);
        var request = asked.requestOf(owner.person().answer());
        var agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, owner.person());
        agent.post("/desk/help/" + request + "/proof", "kind", "EMAIL");
        open(page);
        page.fill("[name=code]", asked.code(owner.email()));
        Browser.follow(page.locator("main form[action$='/status/code'] button"));
        assertThat(page.locator("main form[action$='/status/code']").count()).isZero();
        var reason = "Whoever asks reads the mailbox.";
        assertThat(agent.post("/desk/help/" + request + "/propose", "reason", reason)
                        .location())
                .endsWith("done=too_few_proofs");
        Browser.look(page, "story-es-help");
        shut(page);
        assertThat(texts()).as("the phone hears that an account was chosen").isGreaterThan(heard);
    }

    /** A press of the button in a security message lets nobody in; it asks the owner for a new password, by another proof. */
    private void ringsTheAlarm(Page page) {
        var heard = texts();
        go(page, owners.link(owner.email(), "/sign-in/not-me/"));
        press(page);
        assertThat(page.url()).endsWith("/sign-in/alarm-raised");
        Browser.look(page, "story-es-alarm");
        shut(page);
        assertThat(texts()).as("the phone hears of the alarm").isGreaterThan(heard);
    }

    private int texts() {
        return owners.post().bodies(owner.phone()).size();
    }
}
