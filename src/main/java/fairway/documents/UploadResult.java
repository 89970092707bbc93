package fairway.documents;

import fairway.ui.Page;
import java.util.List;

/** What became of an upload. */
public sealed interface UploadResult {
    /** It is on disk, sealed, and its row is committed. */
    record Stored(Document document) implements UploadResult {}

    /** Nothing of it was kept. */
    record Refused(String name, Refusal reason, List<Object> arguments) implements UploadResult {
        public Refused {
            arguments = List.copyOf(arguments);
        }

        /** What was wrong and how to put it right. */
        public String text(Page page) {
            var text = page.text(reason.key(), arguments.toArray());
            return name.isEmpty() ? text : page.text("documents.refused", name, text);
        }
    }
}
