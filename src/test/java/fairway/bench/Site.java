package fairway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one installation that is measured: its data folder, the process that runs on it now, its people. */
final class Site implements AutoCloseable {
    /** Closed-loop rates need no limiter in the way; the mixed load runs with the limits as shipped. */
    private static final List<String> UNLIMITED = List.of(
            "--fairway.limits.sign-ins-from-one-network=1000000 in 1m",
            "--fairway.limits.statuses-from-one-place=100000000 in 1m");

    private final Path data;
    private final boolean shortened;
    private final People people = new People();
    private @Nullable Product product;

    Site(Path folder, boolean shortened) {
        this.data = folder.resolve("data");
        this.shortened = shortened;
    }

    Product start(boolean limitsAsShipped) throws IOException {
        close();
        var started = Product.start(data, limitsAsShipped ? List.of() : UNLIMITED);
        product = started;
        people.move(started.port());
        return started;
    }

    Product product() {
        var running = product;
        if (running == null) {
            throw new CannotMeasure("Fairway is not running");
        }
        return running;
    }

    Postgres postgres() throws IOException {
        return new Postgres(product());
    }

    int port() {
        return product().port();
    }

    /** So many people, signing up those who are missing. */
    People people(int number) {
        people.grow(port(), shortened ? Math.min(number, 12) : number);
        return people;
    }

    /** A window of measuring; a quarter of it in a short run. */
    Duration window(int seconds) {
        return shortened ? Duration.ofMillis(seconds * 250L) : Duration.ofSeconds(seconds);
    }

    int count(int full) {
        return shortened ? Math.max(1, full / 5) : full;
    }

    boolean shortened() {
        return shortened;
    }

    @Override
    public void close() {
        var running = product;
        if (running != null) {
            running.close();
        }
    }
}
