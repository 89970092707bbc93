package fairway;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema of a database up to this Fairway, as its owner; a schema from a newer one is refused. */
final class Migrations {
    private Migrations() {}

    static void run(Database database) {
        upTo(database, MigrationVersion.LATEST);
    }

    static void upTo(Database database, MigrationVersion version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .schemas("flyway")
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .ignoreMigrationPatterns(new String[0])
                .target(version)
                .load()
                .migrate();
    }
}
