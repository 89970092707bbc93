package fairway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application on a random port with a real database. All share one application, so each uses
 * people and things of its own, and all come from one place, so limits of places are wider by the hour and the day. Where
 * fifty ask at once on a slow machine, they wait for each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Fairway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "fairway.jobs.run=false",
            "spring.datasource.hikari.connection-timeout=60000",
            "fairway.ui.demo=true",
            "fairway.documents.sandbox.patience=2m",
            "fairway.delivery.replies=secret of tests",
            "fairway.limits.sign-ins-from-one-place=20 in 1m; 5000 in 24h",
            "fairway.limits.sign-ins-from-one-network=60 in 1m; 5000 in 24h",
            "fairway.limits.sign-ups-from-one-place=30 in 1h; 5000 in 24h"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestWorld.class)
@ExtendWith(FreshLimits.class)
public @interface FairwayTest {}
