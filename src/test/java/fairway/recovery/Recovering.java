package fairway.recovery;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.signin.Client;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of getting back in. */
@FairwayTest
abstract class Recovering {
    @LocalServerPort
    int port;

    @Autowired
    Lost lost;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    Client browser;

    @BeforeEach
    void later() {
        clock.advance(Duration.ofMinutes(20));
        browser = new Client(port);
    }

    /** The same fifty times at once; answers of all. */
    static List<Client.Answer> atOnce(Client browser, Function<Client, Client.Answer> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50)
                    .mapToObj(i -> browser.copy())
                    .map(copy -> threads.submit((Callable<Client.Answer>) () -> act.apply(copy)))
                    .toList();
            var answers = new java.util.ArrayList<Client.Answer>();
            for (var each : all) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
