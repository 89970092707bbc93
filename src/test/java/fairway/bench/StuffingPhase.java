package fairway.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody tries 2,000 leaked pairs of address and password from 500 machines; meanwhile people use the site as ever. */
final class StuffingPhase {
    private static final int PAIRS = 2_000;
    private static final int MACHINES = 500;
    private static final int AT_ONCE = 64;
    /** One pair in a hundred names somebody who has an account here. */
    private static final int KNOWN = 100;

    private static final double PAGES = 40;
    private static final double READS = 100;
    private static final double SIGN_INS = 0.5;

    private final Site site;
    private final Report report;

    StuffingPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    private record Normal(Tally reads, Tally pages, Tally signIns) {}

    void run() throws IOException, SQLException {
        report.section("Two thousand leaked passwords");
        StatusPhase.seed(site.postgres());
        var people = site.people(SignInPhase.PEOPLE);
        int half = people.all().size() / 2;
        var users = people.all().subList(0, half);
        var victims = people.all().subList(half, people.all().size());
        var quiet = normal(people, users, site.window(8), new AtomicBoolean());
        var outcomes = new ConcurrentHashMap<String, Integer>();
        var over = new AtomicBoolean();
        Normal during;
        double seconds;
        try (var threads = Executors.newSingleThreadExecutor()) {
            var beside = threads.submit(() -> normal(people, users, Duration.ofMinutes(3), over));
            long begin = System.nanoTime();
            stuff(site.count(PAIRS), victims, outcomes);
            seconds = (System.nanoTime() - begin) / 1e9;
            over.set(true);
            during = beside.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new CannotMeasure("The people beside it: " + e);
        }
        tell(quiet, during, seconds, new TreeMap<>(outcomes));
    }

    private void tell(Normal quiet, Normal during, double seconds, Map<String, Integer> outcomes) {
        report.line(String.format(
                Locale.ROOT,
                "%d pairs from %d addresses, %d at once, one in %d for an account that exists, took %.0f s (%.1f a second): %s.",
                site.count(PAIRS),
                MACHINES,
                AT_ONCE,
                KNOWN,
                seconds,
                site.count(PAIRS) / seconds,
                outcomes));
        report.line(
                "\n| normal users | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                        + "| before: status reads | " + quiet.reads().cells() + " |\n| before: signed-in pages | "
                        + quiet.pages().cells() + " |\n| before: sign-ins | "
                        + quiet.signIns().cells()
                        + " |\n| meanwhile: status reads | " + during.reads().cells()
                        + " |\n| meanwhile: signed-in pages | "
                        + during.pages().cells() + " |\n| meanwhile: sign-ins | "
                        + during.signIns().cells() + " |");
        report.line("\nErrors of sign-ins are people asked to come back in ten seconds: the queue for hashes is full.");
        double worst = Math.max(during.reads().percentile(0.95), during.pages().percentile(0.95));
        report.target(
                "A stuffing run leaves normal users’ pages alone (p95 under 250 ms, nobody gets in)",
                String.format(
                        Locale.ROOT,
                        "p95 %.0f ms (before it %.0f ms), %d got in",
                        worst,
                        Math.max(quiet.reads().percentile(0.95), quiet.pages().percentile(0.95)),
                        outcomes.getOrDefault("got in", 0)),
                worst < 250
                        && during.pages().faults() == 0
                        && during.reads().faults() == 0
                        && !outcomes.containsKey("got in"),
                "two hashes run on the two cores all the time");
    }

    /** What people do in the meantime, until told that it is over. */
    private Normal normal(People people, List<People.Person> users, Duration time, AtomicBoolean over) {
        var idle = new ConcurrentLinkedQueue<Caller>();
        users.forEach(user -> idle.add(user.caller().again(People.address())));
        var turns = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var reads = threads.submit(() -> Load.paced(READS, time, over, (worker, turn) -> {
                try (var caller = new Caller(site.port(), People.address())) {
                    return caller.get(StatusPhase.anyPath()).status() == 200 ? null : "not 200";
                }
            }));
            var pages = threads.submit(() -> Load.paced(PAGES, time, over, (worker, turn) -> page(users, idle, turn)));
            var signIns = threads.submit(() -> Load.paced(SIGN_INS, time, over, (worker, turn) -> {
                var user = users.get(turns.getAndIncrement() % users.size());
                try (var caller = people.signIn(user, site.port())) {
                    return null;
                }
            }));
            return new Normal(reads.get(), pages.get(), signIns.get());
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new CannotMeasure(e.toString());
        }
    }

    private static @Nullable String page(List<People.Person> users, ConcurrentLinkedQueue<Caller> idle, long turn)
            throws java.io.IOException {
        var found = idle.poll();
        var caller =
                found == null ? users.get((int) (turn % users.size())).caller().again(People.address()) : found;
        try {
            int status = caller.get("/account").status();
            return status == 200 ? null : "answered " + status;
        } finally {
            idle.add(caller);
        }
    }

    private void stuff(int pairs, List<People.Person> victims, Map<String, Integer> outcomes) {
        int machine = People.addresses(MACHINES);
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.execute(() -> {
                    for (int n = next.getAndIncrement(); n < pairs; n = next.getAndIncrement()) {
                        var email = n % KNOWN == 0
                                ? victims.get(n / KNOWN % victims.size()).email()
                                : "leaked" + n + "@example.org";
                        outcomes.merge(attempt(machine + n % MACHINES, email, n), 1, Integer::sum);
                    }
                });
            }
        }
    }

    private String attempt(int machine, String email, int n) {
        try (var caller = new Caller(site.port(), machine)) {
            var answer = caller.post("/sign-in", Map.of("email", email, "password", "leaked password number " + n));
            return switch (answer.status()) {
                case 200, 422 -> "refused";
                case 303 -> "got in";
                case 429, 503 -> "asked to wait (" + answer.status() + ")";
                default -> "answered " + answer.status();
            };
        } catch (java.io.IOException e) {
            return "broken: " + e.getMessage();
        }
    }
}
