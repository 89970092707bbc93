package fairway.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves letters in a folder where a print service fetches them: one file each, complete as soon as it has its name, and before it the printed sheet of the
 * same name where there is one.
 */
final class SpoolCarrier implements Carrier {
    private final Path folder;
    private final JsonMapper json = new JsonMapper();

    SpoolCarrier(Path folder) {
        this.folder = folder;
    }

    private record Printed(String id, String address, String language, String subject, String body) {}

    @Override
    public Outcome carry(Letter letter) {
        var name = letter.id() + ".json";
        var printed = new Printed(
                letter.id().toString(),
                letter.address(),
                letter.language().getLanguage(),
                letter.subject(),
                letter.body());
        try {
            Files.createDirectories(folder);
            if (letter.pdf().length > 0) {
                Files.write(folder.resolve(letter.id() + ".pdf"), letter.pdf());
            }
            var unfinished = folder.resolve(name + ".part");
            Files.write(unfinished, json.writeValueAsBytes(printed));
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Carried(name);
        } catch (IOException e) {
            return new Outcome.Later(
                    Reason.of(Reason.Code.SPOOL_FAULT, e.getClass().getSimpleName()));
        }
    }
}
