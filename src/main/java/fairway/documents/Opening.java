package fairway.documents;

import java.io.InputStream;

/** What became of the wish to open a file. */
public sealed interface Opening {
    /** Here it is; the taker closes the stream, {@link Documents#send} does. */
    record Content(Document document, InputStream stream) implements Opening {}

    /** Not scanned: ask the officer first, with {@code documents/warning.jte}. */
    record AskFirst(Document document) implements Opening {}

    /** Infected, unreadable, or still being scanned: nobody but its owner gets it, and an infected file not even the owner. */
    record Withheld(Document document) implements Opening {}
}
