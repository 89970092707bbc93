package fairway.vault;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DataKeys {
    private final JdbcClient db;

    DataKeys(JdbcClient db) {
        this.db = db;
    }

    /** Adds a key; a key that is there already stays as it is. */
    void add(WrappedKey key, Instant at) {
        db.sql("""
                insert into vault.data_key (id, wrapped, kek_id, created_at)
                values (:id, :wrapped, :kek, :at)
                on conflict (id) do nothing
                """)
                .param("id", key.id())
                .param("wrapped", key.wrapped())
                .param("kek", key.kek())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<WrappedKey> find(UUID id) {
        return db.sql("select id, wrapped, kek_id from vault.data_key where id = :id and destroyed_at is null")
                .param("id", id)
                .query((row, n) -> new WrappedKey(row.getObject(1, UUID.class), row.getBytes(2), row.getInt(3)))
                .optional();
    }

    void destroy(UUID id, Instant at) {
        db.sql("""
                update vault.data_key set wrapped = null, destroyed_at = :at
                where id = :id and destroyed_at is null
                """).param("id", id).param("at", Timestamp.from(at)).update();
    }

    List<WrappedKey> notUnder(int kek, int limit) {
        return db.sql("""
                select id, wrapped, kek_id from vault.data_key
                where kek_id <> :kek and destroyed_at is null
                limit :limit
                """)
                .param("kek", kek)
                .param("limit", limit)
                .query((row, n) -> new WrappedKey(row.getObject(1, UUID.class), row.getBytes(2), row.getInt(3)))
                .list();
    }

    long behind(int kek) {
        return db.sql("select count(*) from vault.data_key where kek_id <> :kek and destroyed_at is null")
                .param("kek", kek)
                .query(Long.class)
                .single();
    }

    /** The highest number of each kind that was ever in the folder; without it something would not open. */
    List<String> needed() {
        return db.sql("select kind || '-' || number from vault.known_key order by kind, number")
                .query((row, n) -> row.getString(1))
                .list();
    }

    void know(KeyKind kind, int number, Instant at) {
        db.sql("""
                insert into vault.known_key (kind, number, known_at) values (:kind, :number, :at)
                on conflict do nothing
                """)
                .param("kind", kind.file())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Changes the wrapping only where it still is what was unwrapped. */
    void rewrap(WrappedKey before, WrappedKey after) {
        db.sql("""
                update vault.data_key set wrapped = :wrapped, kek_id = :kek
                where id = :id and kek_id = :before and destroyed_at is null
                """)
                .param("wrapped", after.wrapped())
                .param("kek", after.kek())
                .param("id", after.id())
                .param("before", before.kek())
                .update();
    }
}
