package fairway.signin;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody without an account, their browser and their post. */
@FairwayTest
abstract class SomebodyNew {
    static final String PASSWORD = "Mi casa es azul.";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    Client browser;
    Post post;
    String email;

    @BeforeEach
    void anew() {
        browser = new Client(port);
        post = new Post(db, jobs);
        email = "ana." + UUID.randomUUID() + "@example.org";
    }
}
