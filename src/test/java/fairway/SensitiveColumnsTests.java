package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column of the real schema is either marked {@code -- sensitive} where it is made, or of a kind that cannot hold
 * words of a person, or listed here with what it holds.
 */
@FairwayTest
@Tag("SEC-8")
class SensitiveColumnsTests {
    private static final Pattern MARKED =
            Pattern.compile("^\\s*(?:alter table ([a-z_.]+) add column )?([a-z_]+) .*-- sensitive.*$");
    private static final Pattern TABLE = Pattern.compile("^create table ([a-z_.]+).*$");

    /** Cannot hold a person's words: identifiers, counts, days, yes or no. */
    private static final Set<String> HARMLESS = Set.of(
            "uuid", "boolean", "smallint", "integer", "bigint", "numeric", "date", "timestamp with time zone", "ARRAY");

    /** By these names only keyed and hashed values and words from lists of ours go. */
    private static final Pattern CODES =
            Pattern.compile("(.*_)?(fingerprint|digest|hash|key|sha256|mark|nonce|kind|state"
                    + "|status|channel|language|purpose|type|verdict|edition|form|stage|level|way|zone|template|outcome|ending"
                    + "|basis|version|code|fault|head|receipt|number)");

    /** What the rest holds, each looked at. */
    private static final Set<String> KNOWN = new TreeSet<>(List.of("""
            audit.entry.facts audit.entry.subject audit.entry.what
            cases.case_event.detail cases.case_event.what cases.case_event.who
            cases.case_file.receipt cases.evidence_request.rule
            delivery.agreed.address delivery.agreed.words delivery.heard.id delivery.heard.word
            delivery.message.dedupe delivery.message.provider_reference delivery.message.reason
            delivery.stopped.address
            documents.document.part documents.document.scanned_by documents.document.slot
            drafts.draft.place drafts.draft_accepted.warning drafts.draft_change.page drafts.draft_change.source
            drafts.draft_page.page
            identity.account.number
            passkeys.ceremony.bond passkeys.ceremony.challenge passkeys.holder.handle
            passkeys.passkey.credential passkeys.passkey.credential_id
            payments.callback.id payments.card_session.id payments.card_session.last_four
            payments.card_session.return_path payments.intent.card_page payments.intent.last_four
            payments.intent.payment_group payments.intent.reason payments.ledger_line.account payments.pack.return_path
            payments.quote_line.payment_group payments.quote_line.rule payments.quote_line.source
            promises.promise.about
            signin.device.browser signin.device.system signin.parked_post.owner signin.parked_post.path
            signin.reset_answer.question signin.session.code_by signin.session.device signin.session.return_to
            support.person_mark.source vault.data_key.wrapped
            """.strip().split("\\s+", -1)));

    /** Of Flyway and db-scheduler. */
    private static final Set<String> OTHERS = Set.of("flyway", "jobs");

    @Autowired
    JdbcClient db;

    private record Column(String table, String name, String type) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @Test
    void each_column_is_marked_sensitive_or_known_not_to_be() {
        var marked = marked();
        var lists = lists();
        var undecided = new TreeSet<String>();
        for (var column : columns()) {
            if (!marked.contains(column.toString())
                    && !HARMLESS.contains(column.type())
                    && !CODES.matcher(column.name()).matches()
                    && !KNOWN.contains(column.toString())
                    && !lists.contains(column.toString())) {
                undecided.add(column + " " + column.type());
            }
        }
        assertThat(undecided)
                .as("mark it -- sensitive in its migration, or list it as known here")
                .isEmpty();
    }

    @Test
    void what_is_marked_sensitive_is_sealed_except_the_outbox_of_demonstrations_and_hashes() {
        var open = new TreeSet<String>();
        var marked = marked();
        for (var column : columns()) {
            if (marked.contains(column.toString()) && !column.type().equals("bytea")) {
                open.add(column.toString());
            }
        }
        assertThat(open).allMatch(column -> column.startsWith("delivery.outbox.") || column.endsWith("hash"));
    }

    @Test
    void nothing_is_listed_that_is_gone_and_every_mark_belongs_to_a_column() {
        var there = new HashSet<String>();
        columns().forEach(column -> there.add(column.toString()));
        assertThat(there).containsAll(KNOWN);
        assertThat(marked()).hasSizeGreaterThan(30);
    }

    /** The rest of the row is identifiers, times, codes, a digest of the device's cookie and the page to come back to; what says who or where from is sealed. */
    @Test
    void a_session_holds_no_personal_data() {
        var marked = marked();
        assertThat(columns().stream()
                        .filter(column -> column.table().equals("signin.session"))
                        .filter(column -> !marked.contains(column.toString()))
                        .filter(column -> !HARMLESS.contains(column.type()))
                        .map(Column::name))
                .containsExactlyInAnyOrder("digest", "level", "code_by", "device", "return_to");
    }

    private List<Column> columns() {
        return db
                .sql("""
                select c.table_schema || '.' || c.table_name, c.column_name, c.data_type
                from information_schema.columns c join information_schema.tables t
                    on t.table_schema = c.table_schema and t.table_name = c.table_name
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                """)
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(column -> !OTHERS.contains(column.table().replaceFirst("\\..*", "")))
                .toList();
    }

    /** Columns that a rule of the database holds to a list of words. */
    private Set<String> lists() {
        return new HashSet<>(db.sql("""
                select n.nspname || '.' || t.relname || '.' || a.attname
                from pg_constraint c
                join pg_class t on t.oid = c.conrelid
                join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
                where c.contype = 'c' and pg_get_constraintdef(c.oid) ~ '(ANY \\(\\(?ARRAY|= ''[A-Z_]+'')'
                """).query((row, n) -> row.getString(1)).list());
    }

    private static Set<String> marked() {
        var marked = new HashSet<String>();
        for (var file : migrations()) {
            var table = "";
            for (var line : file) {
                var begins = TABLE.matcher(line);
                if (begins.matches()) {
                    table = begins.group(1);
                }
                var mark = MARKED.matcher(line);
                if (mark.matches()) {
                    var of = mark.group(1) == null ? table : mark.group(1);
                    marked.add(of + "." + mark.group(2));
                    marked.add(of.replaceFirst("^filing\\.draft", "drafts.draft") + "." + mark.group(2));
                }
            }
        }
        return marked;
    }

    private static List<List<String>> migrations() {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(SensitiveColumnsTests::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
