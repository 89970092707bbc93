package fairway.vault;

import fairway.vault.KeptColumn.Holds;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings what lies in the database under the current keys, batch by batch while people work. Each value says under which key
 * it is, so whatever stops this, the next round takes up what is left.
 */
@Component
class Turning {
    private static final int BATCH = 1000;
    private final KeyRings rings;
    private final DataKeys dataKeys;
    private final JdbcClient db;
    private final List<KeptColumn> columns;

    Turning(KeyRings rings, DataKeys dataKeys, JdbcClient db, List<KeptColumn> columns) {
        this.rings = rings;
        this.dataKeys = dataKeys;
        this.db = db;
        this.columns = columns.stream()
                .sorted(java.util.Comparator.comparing(KeptColumn::table))
                .toList();
    }

    void turn(Consumer<String> progress) {
        rewrap(progress);
        int layer = rings.current(KeyKind.FINGERPRINT);
        for (var column : of(Holds.FINGERPRINT)) {
            raise(column, layer, progress);
        }
    }

    private void rewrap(Consumer<String> progress) {
        int kek = rings.current(KeyKind.KEK);
        long done = 0;
        for (var old = dataKeys.notUnder(kek, BATCH); !old.isEmpty(); old = dataKeys.notUnder(kek, BATCH)) {
            var ring = rings.now();
            for (var key : old) {
                var secret = ring.unwrap(key.id(), key.kek(), key.wrapped());
                dataKeys.rewrap(key, new WrappedKey(key.id(), ring.wrap(key.id(), secret, kek), kek));
            }
            done += old.size();
            progress.accept("vault.data_key: " + done + " under kek-" + kek);
        }
    }

    private void raise(KeptColumn column, int layer, Consumer<String> progress) {
        long done = 0;
        for (var old = behind(column, layer); !old.isEmpty(); old = behind(column, layer)) {
            var ring = rings.now();
            var raised = old.stream().map(kept -> ring.raised(kept, layer)).toArray(byte[][]::new);
            db.sql("""
                    update %1$s as row set %2$s = turned.later
                    from unnest(:before::bytea[], :after::bytea[]) as turned (sooner, later)
                    where row.%2$s = turned.sooner
                    """.formatted(column.table(), column.column()))
                    .param("before", old.toArray(byte[][]::new))
                    .param("after", raised)
                    .update();
            done += old.size();
            progress.accept(place(column) + ": " + done + " under fingerprint-" + layer);
        }
    }

    private List<byte[]> behind(KeptColumn column, int layer) {
        if (layer == 1) {
            return List.of();
        }
        return db.sql("select distinct %2$s from %1$s where ".formatted(column.table(), column.column())
                        + behind(column.column()) + " limit " + BATCH)
                .param("prefix", Layered.prefix(layer))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    List<KeyState> states() {
        return List.of(
                state(KeyKind.KEK, List.of(new KeyState.Left("vault.data_key", dataKeys.behind(number(KeyKind.KEK))))),
                state(
                        KeyKind.MAC,
                        of(Holds.HASH).stream().map(this::leftOfHashes).toList()),
                state(
                        KeyKind.FINGERPRINT,
                        of(Holds.FINGERPRINT).stream()
                                .map(this::leftOfFingerprints)
                                .toList()));
    }

    private KeyState state(KeyKind kind, List<KeyState.Left> left) {
        var keys = rings.now().of(kind);
        int number = number(kind);
        // Before the first layer, fingerprints are as old as the first key behind them.
        var key = keys.containsKey(number)
                ? keys.get(number)
                : rings.now().of(KeyKind.MAC).firstEntry().getValue();
        return new KeyState(kind, number, key.from(), !keys.isEmpty() && keys.lastKey() > number, left);
    }

    private KeyState.Left leftOfHashes(KeptColumn column) {
        return new KeyState.Left(
                place(column),
                db.sql("select count(*) from %1$s where %2$s <> '' and %2$s not like :under"
                                .formatted(column.table(), column.column()))
                        .param("under", "%$k=" + number(KeyKind.MAC) + "$%")
                        .query(Long.class)
                        .single());
    }

    private KeyState.Left leftOfFingerprints(KeptColumn column) {
        int layer = number(KeyKind.FINGERPRINT);
        if (layer == 1) {
            return new KeyState.Left(place(column), 0);
        }
        return new KeyState.Left(
                place(column),
                db.sql("select count(*) from " + column.table() + " where " + behind(column.column()))
                        .param("prefix", Layered.prefix(layer))
                        .query(Long.class)
                        .single());
    }

    private int number(KeyKind kind) {
        return rings.current(kind);
    }

    private List<KeptColumn> of(Holds holds) {
        return columns.stream().filter(column -> column.holds() == holds).toList();
    }

    private static String behind(String column) {
        return """
                %1$s is not null and (octet_length(%1$s) = 32
                    or (octet_length(%1$s) = 34 and substring(%1$s from 1 for 2) <> :prefix))""".formatted(column);
    }

    private static String place(KeptColumn column) {
        return column.table() + "." + column.column();
    }
}
