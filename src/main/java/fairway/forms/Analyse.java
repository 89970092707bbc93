package fairway.forms;

import fairway.forms.Analyser.Note;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** The command behind {@code ./fairway forms}: reads every edition and says what is wrong or worth a look. */
public final class Analyse {
    private Analyse() {}

    /** With a folder, the editions in it; else those inside the product. */
    public static void main(String... arguments) {
        var errors = report(arguments, System.out);
        if (errors > 0) {
            System.exit(1);
        }
    }

    static long report(String[] arguments, PrintStream out) {
        var start = System.nanoTime();
        Forms forms;
        try {
            forms = arguments.length > 0 ? Forms.in(Path.of(arguments[0])) : Forms.bundled();
        } catch (BadEdition bad) {
            out.println("error   " + bad.getMessage());
            return 1;
        }
        long errors = 0;
        for (var edition : forms.all()) {
            var notes = Analyser.notes(edition);
            notes.forEach(out::println);
            var wrong = notes.stream().filter(Note::error).count();
            errors += wrong;
            out.printf(
                    "%s: %d pages, %d items, %d checks, %d papers, %d personas; %d errors, %d warnings%n",
                    edition,
                    edition.pages().count(),
                    edition.items().count(),
                    edition.checks().size(),
                    edition.evidence().size(),
                    edition.personas().size(),
                    wrong,
                    notes.size() - wrong);
        }
        out.println("read and analysed in "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return errors;
    }
}
