package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What crawlers of attackers look for first. */
@FairwayTest
@Tag("A55")
class ForgottenDoorTests {
    private static final Pattern BANNER =
            Pattern.compile("(?i)jetty|spring|tomcat|hikari|postgres|java/|jte|\\bat fairway\\.|exception");

    /** Drawn at random, so any three letters turn up in it sooner or later. */
    private static final Pattern DRAWN = Pattern.compile("(?<=nonce=\"|name=\"_csrf\" value=\")[^\"]+");

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/manage/health",
                "/h2-console",
                "/console",
                "/admin",
                "/login",
                "/logout",
                "/.git/HEAD",
                "/.git/config",
                "/.env",
                "/.mvn/maven.config",
                "/.well-known/security.txt.bak",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/BOOT-INF/classes/application.yaml",
                "/application.yaml",
                "/application.properties",
                "/fairway.jar",
                "/pom.xml",
                "/backup.zip",
                "/index.html~",
                "/index.jsp",
                "/server-status",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/graphql",
                "/jolokia",
                "/metrics",
                "/webjars/",
                "/static/",
                "/assets/",
                "/assets/..",
                "/assets/%2e%2e/application.yaml",
                "/assets/..%2fapplication.yaml",
                "/assets/fairway.js.map",
                "/assets/fairway.css.map",
                "/resources/application.yaml",
                "/db/migration/signin/V1.07.1__sign_in.sql",
                "/messages/ui.en.properties",
                "/terms/",
                "/login/webauthn/..",
                "/crossdomain.xml",
                "/phpmyadmin/",
                "/wp-login.php"
            })
    void is_not_there(String path) {
        for (var cookie : new String[] {"X-Nothing: 1", Routes.cookies(signIn.person())}) {
            var answer = new Wire(port).ask("GET", path, cookie);
            assertThat(answer.status()).isIn(400, 404);
            assertThat(DRAWN.matcher(answer.body()).replaceAll("")).doesNotContainPattern(BANNER);
            assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
        }
    }
}
