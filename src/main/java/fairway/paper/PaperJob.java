package fairway.paper;

import java.util.Locale;
import java.util.Map;

/**
 * What is to be printed: the XHTML inside {@code body}, whose {@code h2} become bookmarks, and files that travel inside the
 * PDF as its source, by file name.
 */
public record PaperJob(String title, Locale language, String html, Map<String, byte[]> attachments) {
    public PaperJob {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A PDF without a title is not accessible");
        }
        attachments = Map.copyOf(attachments);
    }
}
