package fairway.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that name their account in a column, contributed by the module whose table it is. {@code key} is an SQL expression for
 * their identifier; {@code going} and {@code coming} are conditions on the rows that move and that may move back.
 */
public record OwnedRows(JdbcClient db, String what, Place place, String going, String coming) implements Moving {
    public record Place(String table, String key, String column) {}

    /** All rows of a table with {@code id} and {@code account}. */
    public static OwnedRows all(JdbcClient db, String table) {
        return new OwnedRows(db, table, new Place(table, "id", "account"), "true", "true");
    }

    @Override
    public void lock(UUID account) {
        db.sql("select 1 from " + place.table() + " where " + place.column() + " = :account and " + going + " order by "
                        + place.key() + " for update")
                .param("account", account)
                .query((row, n) -> 1)
                .list();
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return db
                .sql(change() + " and " + going + " returning " + place.key())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    @Override
    public void back(List<UUID> rows, UUID from, UUID to) {
        db.sql(change() + " and " + place.key() + " = any(:rows) and " + coming)
                .param("from", from)
                .param("to", to)
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }

    private String change() {
        return "update " + place.table() + " set " + place.column() + " = :to where " + place.column() + " = :from";
    }
}
