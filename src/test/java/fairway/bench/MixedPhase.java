package fairway.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What the whole country would ask of one machine at once, for a minute, with every limit as shipped. */
final class MixedPhase {
    private static final double READS = 600;
    private static final double PAGES = 200;
    private static final double SIGN_INS = 5;
    private static final double SUBMISSIONS = 2;
    private static final int READS_EACH = 8;
    private static final int READERS = 40;
    /** The code of an app serves once in thirty seconds, so five sign-ins a second want 150 people beside the readers. */
    private static final int PEOPLE = READERS + 180;

    private static final int FILERS = 20;

    private final Site site;
    private final Report report;
    private final Queue<String> drafts = new ConcurrentLinkedQueue<>();

    MixedPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    /** Somebody who looks up a few numbers from one place and is gone. */
    private record Passer(Caller caller, AtomicInteger left) {}

    private record Ready(Caller caller, String draft) {}

    /** The share of the national scale, and submissions a second. */
    private record Pace(double share, double submissions) {}

    private record Parts(Load.Step read, Load.Step page, Load.Step signIn, Load.Step submit) {}

    void run() throws IOException, SQLException {
        report.section("Mixed load");
        site.start(true);
        var people = site.people(PEOPLE);
        var postgres = site.postgres();
        StatusPhase.seed(postgres);
        var readers = people.all().subList(0, Math.min(READERS, people.all().size() / 2));
        var signers = people.all().subList(readers.size(), people.all().size());
        var warm = site.window(20);
        var time = site.window(60);
        var ready = new ConcurrentLinkedQueue<Ready>();
        String noFilings = null;
        try {
            prepare(
                    people,
                    readers,
                    ready,
                    (int) Math.ceil((SUBMISSIONS * time.toMillis() + 0.5 * warm.toMillis()) / 1000) + 2);
        } catch (CannotMeasure e) {
            noFilings = String.valueOf(e.getMessage());
        }
        var parts = parts(people, readers, signers, ready);
        together(parts, warm, new Pace(1, 0.5), noFilings == null);
        long before = filings(postgres);
        var cores = new Cores(site.product());
        var tallies = together(parts, time, new Pace(1, SUBMISSIONS), noFilings == null);
        var costs = cores.since(tallies.stream().mapToInt(Tally::count).sum());
        table(tallies);
        if (noFilings != null) {
            report.notMeasured("Submissions within the mixed load", noFilings);
        }
        judge(tallies, costs, postgres, before, noFilings == null);
        report.line("Measured for " + time.toSeconds() + " s after " + warm.toSeconds() + " s of the same load; "
                + costs + ".");
        if (tallies.getFirst().percentile(0.99) > 250 && !site.shortened()) {
            part(parts, 0.75);
            part(parts, 0.5);
        }
    }

    private void part(Parts parts, double share) {
        var some = together(parts, Duration.ofSeconds(15), new Pace(share, 0.5), false);
        report.line(String.format(
                Locale.ROOT,
                "%n%.0f %% of it without submissions, 15 seconds: status reads %s; signed-in pages %s; sign-ins %s.",
                share * 100,
                some.get(0).words(),
                some.get(1).words(),
                some.get(2).words()));
    }

    private Parts parts(People people, List<People.Person> readers, List<People.Person> signers, Queue<Ready> ready) {
        var passers = new ConcurrentLinkedQueue<Passer>();
        var idle = new ConcurrentLinkedQueue<Caller>();
        for (int i = 0; i < 4; i++) {
            readers.forEach(reader -> idle.add(reader.caller().again(People.address())));
        }
        var signing = new AtomicInteger();
        Load.Step read = (worker, turn) -> {
            var found = passers.poll();
            var passer = found == null
                    ? new Passer(new Caller(site.port(), People.address()), new AtomicInteger(READS_EACH))
                    : found;
            int status = passer.caller().get(StatusPhase.anyPath()).status();
            if (passer.left().decrementAndGet() > 0) {
                passers.add(passer);
            } else {
                passer.caller().close();
            }
            return status == 200 ? null : "status page answered " + status;
        };
        Load.Step page = (worker, turn) -> {
            var found = idle.poll();
            var caller = found == null
                    ? readers.get((int) (turn % readers.size())).caller().again(People.address())
                    : found;
            try {
                var path = turn % 4 == 0 && !drafts.isEmpty() ? "/account/profile" : "/account";
                int status = caller.get(path).status();
                return status == 200 ? null : path + " answered " + status;
            } finally {
                idle.add(caller);
            }
        };
        Load.Step signIn = (worker, turn) -> {
            for (int i = 0; i < signers.size(); i++) {
                var person = signers.get(signing.getAndIncrement() % signers.size());
                try (var caller = people.signIn(person, site.port())) {
                    if (caller != null) {
                        return null;
                    }
                }
            }
            return "every app's codes were used";
        };
        Load.Step submit = (worker, turn) -> {
            var next = ready.poll();
            if (next == null) {
                return "no draft left to submit";
            }
            try (var caller = next.caller()) {
                var filer = new Filer(caller);
                filer.review(next.draft());
                filer.sign(next.draft());
            }
            return null;
        };
        return new Parts(read, page, signIn, submit);
    }

    /** Complete drafts of people who signed in just now, since signing wants a fresh proof. */
    private void prepare(People people, List<People.Person> readers, Queue<Ready> ready, int number)
            throws IOException {
        var filers = readers.subList(0, Math.min(FILERS, readers.size()));
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var jobs = new ArrayList<Future<?>>();
            for (int i = 0; i < filers.size(); i++) {
                var filer = filers.get(i);
                int share = (number + filers.size() - 1 - i) / filers.size();
                jobs.add(threads.submit(() -> {
                    var caller = people.signIn(filer, site.port());
                    if (caller == null) {
                        throw new CannotMeasure("A filer could not sign in");
                    }
                    for (int n = 0; n < share; n++) {
                        var pages = new Filer(caller);
                        var draft = pages.start();
                        pages.fill(draft);
                        pages.review(draft);
                        drafts.add(draft);
                        ready.add(new Ready(caller.again(People.address()), draft));
                    }
                    return null;
                }));
            }
            for (var job : jobs) {
                job.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CannotMeasure(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
        report.line(String.format(
                Locale.ROOT,
                "Before it, %d drafts were filled in through the pages in %.0f s.",
                ready.size(),
                (System.nanoTime() - begin) / 1e9));
        report.line("");
    }

    private List<Tally> together(Parts parts, Duration time, Pace pace, boolean submissions) {
        var all = new ArrayList<Future<Tally>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            all.add(threads.submit(() -> Load.paced(READS * pace.share(), time, parts.read())));
            all.add(threads.submit(() -> Load.paced(PAGES * pace.share(), time, parts.page())));
            all.add(threads.submit(
                    () -> Load.paced(site.shortened() ? 1 : SIGN_INS * pace.share(), time, parts.signIn())));
            all.add(threads.submit(
                    () -> submissions ? Load.paced(pace.submissions(), time, parts.submit()) : new Tally()));
        }
        return all.stream().map(Future::resultNow).toList();
    }

    private void table(List<Tally> tallies) {
        var names = List.of(
                "status reads",
                "signed-in pages",
                "sign-ins (4 requests, one hash)",
                "submissions (review, sign page, sign, confirmation)");
        var wanted = List.of(READS, PAGES, SIGN_INS, SUBMISSIONS);
        var text = new StringBuilder(
                "| what | wanted per second | reached | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < names.size(); i++) {
            text.append("\n| ")
                    .append(names.get(i))
                    .append(" | ")
                    .append(Math.round(wanted.get(i)))
                    .append(" | ")
                    .append(tallies.get(i).cells())
                    .append(" |");
        }
        report.line(text.toString());
        report.line("\nTime counts from when a request was due, waiting included. Each address asks " + READS_EACH
                + " numbers at most, so nobody meets the limit of 10 a minute.");
        report.line("JVM after it: " + site.product().resident() + " MB resident.");
    }

    private void judge(List<Tally> tallies, String costs, Postgres postgres, long before, boolean submissions)
            throws SQLException {
        var reads = tallies.get(0);
        var pages = tallies.get(1);
        var signIns = tallies.get(2);
        var submits = tallies.get(3);
        double worst = Math.max(reads.percentile(0.99), pages.percentile(0.99));
        double slowest = submits.count() > 0 ? Math.max(worst, submits.percentile(0.99)) : worst;
        int faults = tallies.stream().mapToInt(Tally::faults).sum();
        var rates = reads.rate() > 0.95 * READS && pages.rate() > 0.95 * PAGES;
        report.target(
                "National scale together (600 reads, 200 signed-in pages, 5 sign-ins, 2 submissions a second), p99 under 250 ms",
                String.format(
                        Locale.ROOT,
                        "%.0f + %.0f + %.1f + %.1f a second, p99 %.0f ms, %d errors",
                        reads.rate(),
                        pages.rate(),
                        signIns.rate(),
                        submits.rate(),
                        slowest,
                        faults),
                rates && slowest < 250 && faults == 0 && submissions && !site.shortened(),
                site.shortened() ? "a short run decides nothing" : costs);
        if (submissions) {
            long stored = filings(postgres) - before;
            report.target(
                    "Nothing lost",
                    submits.count() + " submissions answered, " + stored + " filings stored",
                    stored >= submits.count(),
                    "a submission that was confirmed is not in the database");
            papers(postgres);
        }
    }

    /** Copies of filings are made by jobs; the last one must be there a minute after the last submission. */
    private void papers(Postgres postgres) throws SQLException {
        long begin = System.nanoTime();
        long open = openCopies(postgres);
        while (open > 0
                && System.nanoTime() - begin < Duration.ofSeconds(60).toNanos()
                && site.product().alive()) {
            Product.pause(500);
            open = openCopies(postgres);
        }
        report.target(
                "PDFs ready within 60 s",
                open == 0
                        ? String.format(
                                Locale.ROOT,
                                "the last one %.0f s after the load ended",
                                (System.nanoTime() - begin) / 1e9)
                        : open + " still missing after 60 s",
                open == 0,
                "the job that prints is slower than submissions arrive");
    }

    private static long openCopies(Postgres postgres) throws SQLException {
        return Long.parseLong(postgres.query("select count(*) from filing.filing where copy_id is null")
                .getFirst()
                .getFirst());
    }

    private static long filings(Postgres postgres) throws SQLException {
        return postgres.query("select to_regclass('filing.filing') is not null")
                        .getFirst()
                        .getFirst()
                        .equals("t")
                ? Long.parseLong(postgres.query("select count(*) from filing.filing")
                        .getFirst()
                        .getFirst())
                : 0;
    }
}
