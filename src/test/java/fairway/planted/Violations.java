package fairway.planted;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** One violation of each house rule, so that a rule that no longer bites is noticed. Never started. */
final class Violations {
    private Violations() {}

    static final class CaseHelper {}

    static final class Hungry {
        Hungry(int one, int two, int three, int four, int five, int six) {
            assert one + two + three + four + five + six > 0;
        }
    }

    static final class Changing {
        int field = 1;
    }

    @ConfigurationProperties("planted")
    public record OpenSettings(int value) {}

    static final class Injected {
        @Autowired
        private final @Nullable String field = null;

        @Nullable
        String field() {
            return field;
        }
    }

    static Instant wallClock() {
        return Instant.now();
    }

    static int loose() {
        return new Random().nextInt();
    }

    static UUID random() {
        return UUID.randomUUID();
    }

    @interface ApplicationModuleListener {}

    @ApplicationModuleListener
    void listens(String event) {
        assert !event.isEmpty();
    }

    @ControllerAdvice
    static final class OwnErrorPages {}

    @Service
    public static class FirstDoor {}

    @Service
    public static class SecondDoor {}
}
