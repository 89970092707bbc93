package fairway.walls;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is in the database, as one mark a table, to see whether something has changed that should not. */
@Component
class Contents {
    private final JdbcClient db;

    Contents(JdbcClient db) {
        this.db = db;
    }

    /** Without the tables named: counters and the record of what was asked may grow. */
    Map<String, String> marks(String... without) {
        var marks = new TreeMap<String, String>();
        for (var table : tables()) {
            if (!List.of(without).contains(table)) {
                marks.put(
                        table,
                        db.sql(
                                        "select count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                                + table + " t")
                                .query(String.class)
                                .single());
            }
        }
        return marks;
    }

    /** The same of all rows that name one of these. */
    Map<String, String> naming(Collection<String> things, String... without) {
        var marks = new TreeMap<String, String>();
        for (var table : tables()) {
            if (List.of(without).stream().noneMatch(table::startsWith)) {
                marks.put(
                        table,
                        db.sql(
                                        "select count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                                + table + " t where t::text ~ :things")
                                .param("things", String.join("|", things))
                                .query(String.class)
                                .single());
            }
        }
        return marks;
    }

    private List<String> tables() {
        return db.sql("""
                select schemaname || '.' || tablename
                from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'flyway')
                  and has_table_privilege(schemaname || '.' || tablename, 'select')
                order by 1
                """).query((row, n) -> row.getString(1)).list();
    }
}
