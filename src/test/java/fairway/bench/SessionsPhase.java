package fairway.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten thousand people signed in at once: what that takes in memory, and what a page takes for each of them. */
final class SessionsPhase {
    private static final int SESSIONS = 10_000;
    private static final int PEOPLE = 100;
    private static final int CONNECTIONS = 1_000;
    private static final int WORKERS = 16;

    private final Site site;
    private final Report report;

    SessionsPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws IOException, SQLException {
        report.section("Ten thousand live sessions");
        var postgres = site.postgres();
        var people = site.people(PEOPLE).all();
        people.getFirst().caller().get("/account").expect(200, "The account page");
        long memory = site.product().resident();
        long database = site.product().database();
        long begin = System.nanoTime();
        postgres.execute("""
                insert into signin.session
                select (s).* from (
                  select jsonb_populate_record(one, jsonb_build_object(
                    'id', gen_random_uuid(),
                    'digest', '\\x' || encode(sha256(convert_to('%s' || lpad(n::text, 24, '0'), 'UTF8')), 'hex'),
                    'started_at', now(), 'last_seen_at', now())) s
                  from generate_series(0, %d) n
                  join (select row_number() over (order by account) - 1 as seat, latest.*
                        from (select distinct on (account) * from signin.session
                              where level = 'FULL' and not staff and last_seen_at > now() - interval '14 minutes'
                              order by account, last_seen_at desc) latest
                        limit %d) one_each on true
                  join signin.session one on one.id = one_each.id
                  where n %% %d = one_each.seat) copied
                """.formatted(prefix(), SESSIONS - 1, people.size(), people.size()));
        long live = Long.parseLong(
                postgres.query("select count(*) from signin.session where last_seen_at > now() - interval '14 minutes'")
                        .getFirst()
                        .getFirst());
        postgres.execute("vacuum analyze signin.session");
        var turns = new AtomicInteger();
        var callers = new Caller[WORKERS];
        for (int i = 0; i < WORKERS; i++) {
            callers[i] = new Caller(site.port(), People.address());
        }
        var cores = new Cores(site.product());
        var pages = Load.closed(WORKERS, site.window(20), (worker, turn) -> {
            int n = turns.getAndIncrement() % SESSIONS;
            callers[worker].becomes(people.getFirst().caller(), prefix() + "%024d".formatted(n));
            int status = callers[worker].get("/account").status();
            return status == 200 ? null : "answered " + status;
        });
        var costs = cores.since(pages.count());
        for (var caller : callers) {
            caller.close();
        }
        var size = postgres.query("select pg_total_relation_size('signin.session') / 1024")
                .getFirst()
                .getFirst();
        report.line(String.format(
                Locale.ROOT,
                "%d sessions alive (written into the table in %.1f s); each page as the next of them. JVM %d MB resident before,"
                        + " %d MB after; PostgreSQL %d MB before, %d MB after; the table with its indexes has %s kB. Nothing of a"
                        + " session lives in the JVM.",
                live,
                (System.nanoTime() - begin) / 1e9,
                memory,
                site.product().resident(),
                database,
                site.product().database(),
                size));
        report.line(
                "\n| what | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                        + "| /account, a different session each time, " + WORKERS + " at once | " + pages.cells()
                        + " |");
        report.target(
                "10,000 live sessions: every one answered",
                String.format(
                        Locale.ROOT, "%d alive, %d errors, p95 %.0f ms", live, pages.faults(), pages.percentile(0.95)),
                live >= SESSIONS && pages.faults() == 0,
                costs);
        connections();
    }

    /** Browsers keep theirs open for a while after a page, and everybody else's must still fit into the heap. */
    private void connections() throws IOException {
        long before = site.product().live();
        var open = new ArrayList<Caller>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var caller = new Caller(site.port(), People.address());
            open.add(caller);
            caller.get("/").expect(200, "The home page");
        }
        long each = (site.product().live() - before) / CONNECTIONS / 1024;
        open.forEach(Caller::close);
        report.target(
                "An open connection keeps at most 32 kB of the heap",
                each + " kB, " + CONNECTIONS + " of them",
                each <= 32,
                "what Jetty keeps for each connection");
    }

    private static String prefix() {
        return "bench-session-";
    }
}
