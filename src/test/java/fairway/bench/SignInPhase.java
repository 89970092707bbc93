package fairway.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How many people can sign in, which the password hash decides. */
final class SignInPhase {
    static final int PEOPLE = 100;

    private final Site site;
    private final Report report;

    SignInPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() {
        report.section("Signing in");
        var people = site.people(PEOPLE);
        int cores = Runtime.getRuntime().availableProcessors();
        var turns = new AtomicInteger();
        Load.Step password = (worker, turn) -> {
            var all = people.all();
            People.password(all.get(turns.getAndIncrement() % all.size()), site.port());
            return null;
        };
        Load.closed(cores, site.window(5), password);
        var alone = Load.closed(cores, site.window(7), password);
        var crowd = Load.closed(12, site.window(7), password);
        Load.Step whole = (worker, turn) -> {
            var all = people.all();
            for (int i = 0; i < all.size(); i++) {
                try (var caller = people.signIn(all.get(turns.getAndIncrement() % all.size()), site.port())) {
                    if (caller != null) {
                        return null;
                    }
                }
            }
            Product.pause(200);
            return "every app's codes were used";
        };
        var complete = Load.closed(6, site.window(8), whole);
        report.line("| what | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                + "| password step, " + cores + " at once | " + alone.cells() + " |\n| password step, 12 at once | "
                + crowd.cells() + " |\n| whole sign-in (4 requests, password and app code), 6 at once | "
                + complete.cells()
                + " |");
        report.line(String.format(
                Locale.ROOT,
                "%nThe hash is Argon2id, 46 MiB, 1 round, 1 lane, then a keyed step: about %.0f ms of one core in a password step."
                        + " The product never runs more hashes at once than there are cores (%d); others wait their turn, 16 at"
                        + " most, and whoever comes then is asked to come back in 10 seconds.",
                1000.0 * cores / Math.max(alone.rate(), 0.001),
                cores));
        double kept = crowd.rate() / Math.max(alone.rate(), 0.001);
        report.target(
                "Sign-in: a crowd of 12 keeps the rate of " + cores + " at once (never more hashes than cores)",
                String.format(Locale.ROOT, "%.1f of %.1f per second", crowd.rate(), alone.rate()),
                kept > 0.85,
                "waiting work takes time from the hashes");
    }
}
