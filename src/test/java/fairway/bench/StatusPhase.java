package fairway.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The public status page against pgbench with the statement that the page sends. */
final class StatusPhase {
    static final int CASES = 100_000;
    private static final int CONNECTIONS = 32;
    private static final int CLIENTS = 16;
    private static final double WANTED = 0.40;

    private final Site site;
    private final Report report;

    StatusPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    static String select() {
        return """
                \\set n random(0, %d)
                select form, state, received_at, shown_since from cases.case_file
                where receipt = 'BNC' || (1000000000 + :n)::text and not shielded;
                """.formatted(CASES - 1);
    }

    static String path(int number) {
        return "/status?receipt=BNC" + (1_000_000_000 + number);
    }

    static String anyPath() {
        return path(ThreadLocalRandom.current().nextInt(CASES));
    }

    /** Cases for the status page alone, written past the application: no page opens more of them than their status. */
    static void seed(Postgres postgres) throws SQLException {
        postgres.execute("""
                insert into cases.case_file
                    (id, filing, account, form, edition, receipt, state, version, key, received_at, changed_at, shown_since)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'i-765', '2025-08-21',
                       'BNC' || (1000000000 + n),
                       (array['IN_PROCESS', 'APPROVED', 'DENIED', 'CLOSED'])[1 + n %% 4],
                       1, gen_random_uuid(), now() - interval '20 days', now(), now() - interval '1 day'
                from generate_series(0, %d) n
                on conflict do nothing
                """.formatted(CASES - 1));
        postgres.execute("vacuum analyze cases.case_file");
    }

    void run() throws IOException, SQLException {
        report.section("Public status page by receipt");
        var postgres = site.postgres();
        seed(postgres);
        var callers = java.util.stream.IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> new Caller(site.port(), People.address()))
                .toList();
        var probe = callers.getFirst().get(path(7)).expect(200, "The status page");
        Load.Step read = (worker, turn) -> callers.get(worker).get(anyPath()).status() == 200 ? null : "not 200";
        var warming = Load.warm(CONNECTIONS, site.window(20), 6, read);
        postgres.pgbench(CLIENTS, site.window(4).toSeconds(), List.of(select()));
        var pages = new Tally();
        double limit = 0;
        var costs = "";
        for (int i = 0; i < 2; i++) {
            var cores = new Cores(site.product());
            var window = Load.closed(CONNECTIONS, site.window(8), read);
            costs = cores.since(window.count());
            pages.add(window);
            limit += postgres.pgbench(CLIENTS, site.window(6).toSeconds(), List.of(select())) / 2;
        }
        callers.forEach(Caller::close);
        double ratio = pages.rate() / limit;
        report.line("| what | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                + "| status page, " + CONNECTIONS + " connections | " + pages.cells() + " |\n| pgbench, " + CLIENTS
                + " clients, the page's select | " + Math.round(limit) + " | | | | |");
        report.line(String.format(
                Locale.ROOT,
                "%nRatio %.2f. %d cases, each connection from a network address of its own, page of %.1f kB; two windows in turn"
                        + " after %d s of load. The limiter counts but was raised (fairway.limits.statuses-from-one-place); the mixed"
                        + " load below runs with the limits as shipped. Cases written into the database directly.",
                ratio,
                CASES,
                probe.body().length / 1000.0,
                warming.toSeconds()));
        report.line("During the last window " + costs + ".");
        report.line("JVM after it: " + site.product().resident() + " MB resident.");
        report.target(
                "Public status page at least 0.40 of pgbench's select",
                String.format(Locale.ROOT, "%.2f (%.0f of %.0f per second)", ratio, pages.rate(), limit),
                ratio >= WANTED && pages.faults() == 0,
                costs);
    }
}
