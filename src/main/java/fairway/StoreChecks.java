package fairway;

import fairway.audit.Audit;
import fairway.promises.Promises;
import fairway.vault.KeyKind;
import fairway.vault.KeyState;
import fairway.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the store: keys and their age, promises, the record of acts, and what our own role may do there. */
final class StoreChecks {
    private static final Duration KEY_YEAR = Duration.ofDays(365);
    private static final Duration NIGHT = Duration.ofHours(26);
    private static final List<String> FOR_EVER =
            List.of("audit.entry", "audit.link", "audit.verification", "cases.case_event");

    private final Vault vault;
    private final Promises promises;
    private final Audit audit;
    private final JdbcClient db;
    private final Instant now;

    StoreChecks(Vault vault, Promises promises, Audit audit, JdbcClient db, Instant now) {
        this.vault = vault;
        this.promises = promises;
        this.audit = audit;
        this.db = db;
        this.now = now;
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        vault.keys().forEach(state -> found.addAll(keys(state)));
        var late = promises.overdue();
        found.add(Finding.of("promises", late.isEmpty(), late.size() + " are overdue (/desk/exceptions)"));
        found.add(lastNight());
        var chain = audit.verify();
        found.add(Finding.of(
                "record of acts",
                chain.ok(),
                chain.ok()
                        ? chain.checked() + " entries are as they were written, " + chain.tail() + " not chained yet"
                        : "BROKEN: " + chain.firstBroken()));
        found.addAll(rights());
        return found;
    }

    private List<Finding> keys(KeyState state) {
        var name = state.kind().name().toLowerCase(Locale.ROOT) + "-" + state.current();
        var age = Duration.between(state.since(), now);
        var found = new ArrayList<Finding>();
        found.add(Finding.of(
                "keys",
                age.compareTo(KEY_YEAR) <= 0,
                name + " is " + age.toDays() + " days old; ./fairway keys rotate makes a new one within a year"));
        if (state.behind() > 0) {
            found.add(Finding.note(
                    "keys",
                    state.behind() + " values are still under keys before " + name
                            + (state.kind() == KeyKind.MAC ? "; they change when their owners sign in" : "")));
        }
        return found;
    }

    private Finding lastNight() {
        return audit.verifiedByNight()
                .map(latest -> latest.at().plus(NIGHT).isBefore(now)
                        ? Finding.note("record of acts", "not checked by night since " + latest.at())
                        : Finding.of("record of acts", true, "checked by night " + latest.at()))
                .orElseGet(() -> Finding.note("record of acts", "never checked by night yet"));
    }

    private List<Finding> rights() {
        var found = new ArrayList<Finding>();
        for (var table : FOR_EVER) {
            var may = db.sql("""
                    select wish from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as wish
                    where has_table_privilege(current_user, :table, wish)
                    """)
                    .param("table", table)
                    .query((row, n) -> row.getString(1))
                    .list();
            found.add(Finding.of(
                    "database rights",
                    may.isEmpty(),
                    may.isEmpty() ? table + " can only be added to" : "our role may " + may + " on " + table));
        }
        var mighty = db.sql("""
                select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles where rolname = current_user
                """).query(Boolean.class).single();
        found.add(Finding.of(
                "database rights", !mighty, mighty ? "our role has rights over others" : "our role has no others"));
        return found;
    }
}
