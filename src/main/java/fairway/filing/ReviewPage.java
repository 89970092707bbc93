package fairway.filing;

import fairway.drafts.AnswerSection;
import fairway.ui.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every answer, and before them what is to fix and what to look at. */
record ReviewPage(
        String path,
        String title,
        Notes notes,
        List<AnswerSection> sections,
        List<Problem> problems,
        Instant now,
        Standing standing) {

    /** What keeps anybody from signing it here, what a demonstration says of its edition, and where a newer one is begun. */
    record Standing(
            List<String> stops,
            @Nullable String remark,
            @Nullable String again) {}

    record Notes(List<Note> fixes, List<Note> warnings, List<Note> tips) {
        long open() {
            return warnings.stream().filter(note -> !note.accepted()).count();
        }
    }

    /** What a check says; {@code id} names this check on these answers. */
    record Note(
            String id,
            String text,
            @Nullable String where,
            @Nullable String path,
            @Nullable String source,
            boolean accepted) {
        /** Whether it is about a document, not an answer. */
        boolean paper() {
            return source == null && path != null && path.contains("/evidence#");
        }
    }
}
