package fairway.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the form with every answer in words. */
public record AnswerSection(@Nullable String number, String title, List<Group> groups) {

    /** One page, or one instance of a list. */
    public record Group(String title, List<Row> rows) {}

    /** One question and its answer; {@code blank} when there is none. */
    public record Row(@Nullable String number, String label, String answer, boolean blank, String path) {}
}
