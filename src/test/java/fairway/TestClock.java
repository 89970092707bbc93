package fairway;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time in tests: stands still until it is set. */
public final class TestClock implements InstantSource {
    /** Monday, November 23, 2026, 10 a.m. in New York. */
    public static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    private final SettableClock jobs = new SettableClock();

    TestClock() {
        jobs.set(START);
    }

    @Override
    public Instant instant() {
        return jobs.now();
    }

    public void set(Instant instant) {
        jobs.set(instant);
    }

    public void advance(Duration duration) {
        jobs.set(jobs.now().plus(duration));
    }

    SettableClock forJobs() {
        return jobs;
    }
}
