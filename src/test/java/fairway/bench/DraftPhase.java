package fairway.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed-in page, and saving a page of a draft, against pgbench. */
final class DraftPhase {
    private static final int PEOPLE = 100;
    private static final int CLIENTS = 16;
    private static final String TOPIC = "legal_name";

    private final Site site;
    private final Report report;

    DraftPhase(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    /** One window on one draft: its next save starts from the token the last one gave. */
    private static final class Writer {
        private final Caller caller;
        private final String path;
        private final List<Map.Entry<String, String>> form;
        private String token;

        Writer(Caller caller) throws IOException {
            this.caller = caller;
            this.path = new Filer(caller).start() + "/" + TOPIC;
            var page = caller.get(path).expect(200, "A page of a draft");
            this.token = page.hidden("rev");
            this.form = Filer.form(page, Map.of()).stream()
                    .filter(field ->
                            !field.getKey().equals("rev") && !field.getKey().endsWith(".given"))
                    .toList();
        }

        @Nullable
        synchronized String save(long turn) throws IOException {
            var fields = new ArrayList<>(form);
            fields.add(Map.entry("rev", token));
            fields.add(Map.entry(
                    "applicant.name.given",
                    "Nora " + Long.toString(turn + 1000, 26).replaceAll("[0-9]", "z") + (char) ('a' + turn % 26)));
            var answer = caller.post(path, fields, "X-Autosave: 1\r\n");
            if (answer.status() != 200) {
                return "save answered " + answer.status();
            }
            token = answer.first("\"rev\":\"([^\"]+)\"");
            return null;
        }

        String draft() {
            return path.split("/", -1)[2];
        }
    }

    void run() throws IOException, SQLException {
        report.section("Signed-in pages and saving a draft");
        var people = site.people(PEOPLE).all();
        var callers = people.stream()
                .map(person -> person.caller().again(People.address()))
                .toList();
        var postgres = site.postgres();
        if (postgres.query("select 1 from cases.case_file limit 1").isEmpty()) {
            StatusPhase.seed(postgres);
        }
        callers.getFirst().get("/account").expect(200, "The account page");
        signedIn(callers, postgres);
        var writers = new ArrayList<Writer>();
        for (var caller : callers) {
            var writer = new Writer(caller);
            writer.save(0);
            writers.add(writer);
        }
        saving(writers, postgres);
        callers.forEach(Caller::close);
    }

    private void signedIn(List<Caller> callers, Postgres postgres) throws IOException {
        int workers = Math.min(CLIENTS, callers.size());
        Load.Step read = (worker, turn) -> callers.get(worker).get("/account").status() == 200 ? null : "not 200";
        Load.warm(workers, site.window(12), 6, read);
        var cores = new Cores(site.product());
        var pages = Load.closed(workers, site.window(8), read);
        var costs = cores.since(pages.count());
        double limit = postgres.pgbench(CLIENTS, site.window(6).toSeconds(), List.of(StatusPhase.select()));
        double ratio = pages.rate() / limit;
        report.line("| what | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                + "| /account, " + workers + " people at once | " + pages.cells()
                + " |\n| pgbench, select by receipt | "
                + Math.round(limit) + " | | | | |");
        report.target(
                "A signed-in page at least 0.15 of pgbench's select",
                String.format(Locale.ROOT, "%.2f (%.0f of %.0f per second)", ratio, pages.rate(), limit),
                ratio >= 0.15 && pages.faults() == 0,
                costs);
    }

    private void saving(List<Writer> writers, Postgres postgres) throws IOException, SQLException {
        int workers = Math.min(CLIENTS, writers.size());
        Load.Step save = (worker, turn) -> writers.get(worker).save(turn);
        Load.warm(workers, site.window(20), 6, save);
        var statements = postgres.statementsOf(() -> saveOnce(writers.getFirst()));
        var scripts = scripts(writers, postgres);
        var saves = new Tally();
        double limit = 0;
        var costs = "";
        for (int i = 0; i < 2; i++) {
            var cores = new Cores(site.product());
            var window = Load.closed(workers, site.window(8), save);
            costs = cores.since(window.count());
            saves.add(window);
            limit += postgres.pgbench(CLIENTS, site.window(6).toSeconds(), scripts) / 2;
        }
        postgres.execute("delete from drafts.draft where place = 'bench'");
        var cores = new Cores(site.product());
        var active = Load.paced(
                100,
                site.window(8),
                (worker, turn) -> writers.get((int) (turn % writers.size())).save(turn));
        var activeCosts = cores.since(active.count());
        double ratio = saves.rate() / limit;
        report.line(
                "\n| what | per second | p50 ms | p95 ms | p99 ms | errors |\n| --- | --- | --- | --- | --- | --- |\n"
                        + "| save a page, " + workers + " drafts at once | " + saves.cells() + " |\n| save a page, "
                        + writers.size()
                        + " active people, one save a second each | " + active.cells()
                        + " |\n| pgbench, the same statements, "
                        + CLIENTS + " clients | " + Math.round(limit) + " | | | | |");
        report.line(String.format(
                Locale.ROOT,
                "%nRatio %.2f. A save sends %d statements, BEGIN and COMMIT included; the script for pgbench has %d%s.",
                ratio,
                statements.size(),
                SCRIPTED,
                statements.size() == SCRIPTED ? "" : " (**they differ: bring the script up to date**)"));
        report.line("What a save sends, as the server logged it:\n\n```sql\n"
                + String.join("\n", statements.stream().map(DraftPhase::oneLine).toList()) + "\n```");
        report.target(
                "Saving a page of a draft at least 0.30 of pgbench with the same statements",
                String.format(Locale.ROOT, "%.2f (%.0f of %.0f per second)", ratio, saves.rate(), limit),
                ratio >= 0.30 && saves.faults() == 0,
                costs);
        report.target(
                "Saving: p99 under 50 ms at 100 active people",
                String.format(Locale.ROOT, "%.0f ms at %.0f saves a second", active.percentile(0.99), active.rate()),
                active.percentile(0.99) < 50 && active.faults() == 0,
                activeCosts);
    }

    private static void saveOnce(Writer writer) {
        try {
            var wrong = writer.save(999_999);
            if (wrong != null) {
                throw new CannotMeasure(wrong);
            }
        } catch (IOException e) {
            throw new CannotMeasure("A save failed: " + e.getMessage());
        }
    }

    private static final int SCRIPTED = 11;

    /**
     * The statements of a save, one script for each draft: a copy of it, since a page that pgbench wrote could not be opened
     * any more. Timestamps and sealed bytes are the server's own.
     */
    private static List<String> scripts(List<Writer> writers, Postgres postgres) throws SQLException {
        var scripts = new ArrayList<String>();
        for (var writer : writers) {
            var draft = UUID.randomUUID().toString();
            postgres.execute("""
                    insert into drafts.draft select (d).* from (
                      select jsonb_populate_record(d, jsonb_build_object('id', '%1$s', 'place', 'bench')) d
                      from drafts.draft d where d.id = '%2$s') copied;
                    insert into drafts.draft_page select (p).* from (
                      select jsonb_populate_record(p, jsonb_build_object('draft_id', '%1$s')) p
                      from drafts.draft_page p where p.draft_id = '%2$s') copied;
                    """.formatted(draft, writer.draft()));
            var row = postgres.query("""
                    select d.account, encode(s.digest, 'hex') from drafts.draft d
                    join signin.session s on s.account = d.account and s.level = 'FULL'
                    where d.id = '%s' limit 1
                    """.formatted(draft)).getFirst();
            scripts.add(script(draft, row.get(0), row.get(1)));
        }
        postgres.execute("vacuum analyze drafts.draft");
        return scripts;
    }

    private static String script(String draft, String account, String digest) {
        return """
                select id, account, staff, level, password_at, code_at, code_by, started_at, last_seen_at, return_to
                from signin.session where digest = '\\x%3$s' and staff = false
                  and last_seen_at > now() - interval '15 minutes' and started_at > now() - interval '12 hours';
                select * from identity.account where id = '%2$s';
                select id, account, key, form, edition, language, rev, status, place, percent, pages_left, created, touched, expires
                from drafts.draft where id = '%1$s' and account = '%2$s';
                select page, instance, rev, nonce, finished, removed, language, saved_by, saved_at, sealed
                from drafts.draft_page where draft_id = '%1$s' and page = '%4$s' and instance = 0;
                begin;
                select id, account, key, form, edition, language, rev, status, place, percent, pages_left, created, touched, expires
                from drafts.draft where id = '%1$s' and account = '%2$s' for update;
                select rev as pagerev, page, instance, nonce, finished, removed, language, saved_by, saved_at, sealed
                from drafts.draft_page where draft_id = '%1$s' and page = '%4$s' and instance = 0 \\gset p_
                update drafts.draft_page
                set rev = :p_pagerev + 1, nonce = 'AAAAAAAAAAAA', finished = false, removed = false, language = 'en',
                    saved_by = '%2$s', saved_at = now(), sealed = sealed
                where draft_id = '%1$s' and page = '%4$s' and instance = 0 and rev = :p_pagerev;
                update drafts.draft set rev = rev + 1, touched = now(), expires = now() + interval '30 days', reminded = null
                where id = '%1$s';
                insert into drafts.draft_change (draft_id, page, instance, fields, actor, source, at)
                values ('%1$s', '%4$s', 0, '{applicant.name}', '%2$s', 'typed', now());
                commit;
                """.formatted(draft, account, digest, TOPIC);
    }

    private static String oneLine(String statement) {
        var line = statement.replaceAll("\\s+", " ").strip();
        return line.length() > 140 ? line.substring(0, 140) + " …" : line;
    }
}
