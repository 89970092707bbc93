package fairway.drafts;

import fairway.legal.LegalText;
import fairway.ui.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One topic to answer, as it is shown. */
record QuestionPage(
        Frame frame,
        List<Field> fields,
        Boxes boxes,
        List<Problem> summary,
        List<Problem> problems,
        Post post,
        @Nullable LegalText declaration) {

    /**
     * What stands around the questions.
     *
     * @param gone whether another window has meanwhile taken this instance off its list
     */
    record Frame(
            String part,
            String title,
            @Nullable String intro,
            String back,
            @Nullable String skip,
            String saved,
            boolean gone) {}

    /** Where the form goes and what it carries. */
    record Post(String action, String token, String owner) {}

    /** A list as cards, with ways to add, change and remove. */
    record Cards(
            Frame frame, @Nullable String why, List<Card> cards, Adding adding, List<Problem> problems, Post post) {

        record Card(String title, String path, boolean complete, List<AnswerSection.Row> rows) {}

        /** Where the next one is added; no path when the list is full. */
        record Adding(@Nullable String path, String text, int min) {}
    }

    /** Two windows answered the same questions differently: both answers, and a choice for each. */
    record Conflict(String title, List<Choice> choices, Instant savedAt, String words, Post post) {

        record Choice(String name, String label, String mine, String theirs) {}
    }
}
