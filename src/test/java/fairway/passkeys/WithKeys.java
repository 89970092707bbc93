package fairway.passkeys;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.Client;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody signed in, with a key that is not theirs yet. */
@FairwayTest
@Import(Keyholder.class)
abstract class WithKeys {
    static final String LIST = Keyholder.LIST;
    static final String DOOR = "/sign-in/passkey";

    @LocalServerPort
    int port;

    @Autowired
    Keyholder holders;

    @Autowired
    Passkeys passkeys;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    Keyholder.Holder kim;
    Client browser;
    SoftKey key;

    @BeforeEach
    void somebody() {
        clock.advance(Duration.ofMinutes(30));
        kim = holders.person(Locale.ENGLISH);
        browser = holders.browser(port, kim.account());
        key = new SoftKey();
    }
}
