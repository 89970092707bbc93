package fairway.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the paper form, or one of our own when it has no number. */
public record FormPart(String id, @Nullable String number, Condition show, List<FormPage> pages) {
    public FormPart {
        pages = List.copyOf(pages);
    }
}
