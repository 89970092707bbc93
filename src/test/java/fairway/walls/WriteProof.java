package fairway.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last step of {@code ./fairway check}: writes the page and says what is lacking. Arguments: folder of the run, page. */
final class WriteProof {
    private WriteProof() {}

    public static void main(String[] arguments) throws IOException {
        var page = Path.of(arguments[1]);
        var proof = Proof.read(Path.of(arguments[0]));
        var lacking = proof.lacking();
        lacking.forEach(System.err::println);
        var before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(page, proof.page());
        var stale = !before.equals(proof.page());
        if (stale) {
            System.err.println(page + " was out of date and has been written anew: look at it and commit it.");
        }
        System.exit(stale || !lacking.isEmpty() ? 1 : 0);
    }
}
