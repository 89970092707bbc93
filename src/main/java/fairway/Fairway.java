package fairway;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Fairway with everything embedded. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Fairway {
    public static void main(String[] args) throws IOException, SQLException {
        var folder = Path.of("/var/lib/fairway");
        var postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), folder.resolve("binaries"), "fairway");
        var settings = new HashMap<>(Database.on(postgres, Database.NAME).properties());
        settings.put("fairway.vault.keys", folder.resolve("keys").toString());
        var application = new SpringApplication(Fairway.class);
        application.setDefaultProperties(settings);
        application.run(args);
    }
}
