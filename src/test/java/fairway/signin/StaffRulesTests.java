package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

@Tag("E08")
@Tag("W01")
class StaffRulesTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void in_the_classic_profile_password_and_code_open_the_desk() {
        assertThat(opens(new StaffRules(false, account -> false), "EMAIL", "/desk"))
                .isTrue();
    }

    @Test
    void in_the_strict_profile_only_a_passkey_does() {
        var rules = new StaffRules(true, account -> true);
        for (var by : new String[] {"EMAIL", "TEXT", "APP", "BACKUP", "INVITATION"}) {
            assertThat(opens(rules, by, "/desk")).as(by).isFalse();
            assertThat(opens(rules, by, "/desk/security/passkeys/add")).as(by).isFalse();
            assertThat(rules.detour(asked(by, "/desk"))).hasValue("/desk/sign-in/passkey");
        }
        assertThat(opens(rules, "PASSKEY", "/desk")).isTrue();
        assertThat(opens(rules, "PASSKEY", "/desk/security/passkeys/add")).isTrue();
    }

    @Test
    void only_an_invitation_adds_the_first_passkey() {
        var rules = new StaffRules(true, account -> false);
        assertThat(opens(rules, "INVITATION", "/desk/security/passkeys/add")).isTrue();
        assertThat(opens(rules, "INVITATION", "/desk")).isFalse();
        assertThat(rules.detour(asked("INVITATION", "/desk"))).hasValue("/desk/security/passkeys/add");
        assertThat(opens(rules, "EMAIL", "/desk/security/passkeys/add")).isFalse();
        assertThat(rules.detour(asked("EMAIL", "/desk"))).isEmpty();
    }

    @Test
    void the_profile_of_the_installation_decides() {
        for (var profile : Profile.values()) {
            var time = Duration.ofMinutes(15);
            var settings = new SigninSettings(time, time, time, 5, time, time, profile);
            assertThat(opens(new StaffRules(settings, account -> true), "EMAIL", "/desk"))
                    .isEqualTo(profile == Profile.CLASSIC);
        }
    }

    private static boolean opens(StaffRules rules, String by, String path) {
        return rules.authorize(() -> null, new RequestAuthorizationContext(asked(by, path)))
                .isGranted();
    }

    private static MockHttpServletRequest asked(String by, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setAttribute(
                Session.ATTRIBUTE,
                new Session(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        true,
                        Session.Level.FULL,
                        new Session.Proofs(NOW, NOW, by),
                        new Session.Life(NOW, NOW),
                        null));
        return request;
    }
}
