package fairway.cases;

import java.time.Instant;

/** What came of answering a request for evidence. */
public sealed interface AnswerResult {
    record Answered(Instant at) implements AnswerResult {}

    /** One answer is all there is, and it is here. */
    record AlreadyAnswered(Instant at) implements AnswerResult {}

    record TooLate(Instant until) implements AnswerResult {}

    /**
     * Another text was saved since the page was opened, and its person has not seen it; nothing is sent.
     *
     * @param apart whether they typed something else themselves meanwhile
     */
    record Changed(UnsentAnswer kept, boolean apart) implements AnswerResult {}

    /** Neither a word nor a file. */
    record Empty() implements AnswerResult {}

    /** Nobody asked this person anything. */
    record NothingAsked() implements AnswerResult {}
}
