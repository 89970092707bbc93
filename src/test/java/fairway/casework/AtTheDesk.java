package fairway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two officers and a person whose case waits for them. */
@FairwayTest
abstract class AtTheDesk {
    static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    static final Pattern NOTICE = Pattern.compile("/notices/([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    UUID ana = new UUID(0, 0);
    Walk person = new Walk(0);
    Walk first = new Walk(0);
    Walk second = new Walk(0);

    @BeforeEach
    void people() {
        clock.set(TestClock.START);
        var sweeper = new Officer(people.officer("Sweeper", "SUPERVISOR"), true);
        while (cases.takeNext(sweeper).isPresent()) {
            sweeper = new Officer(sweeper.account(), true);
        }
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        person = new Walk(port).with(people.cookie(ana, false));
        first = new Walk(port).with(people.cookie(people.officer("Olga First", "OFFICER"), true));
        second = new Walk(port).with(people.cookie(people.officer("Sam Second", "OFFICER"), true));
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
    }

    static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    String take(Walk officer) {
        officer.get("/desk");
        var taken = officer.post("/desk/next");
        assertThat(taken.statusCode()).isEqualTo(303);
        return taken.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    static String version(String page) {
        return match(VERSION, page);
    }

    static String link(String page, String path) {
        return match(Pattern.compile("href=\"(" + path + ")\""), page);
    }

    static String match(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
