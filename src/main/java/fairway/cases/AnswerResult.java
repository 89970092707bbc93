package fairway.cases;

import java.time.Instant;

/** What came of answering a request for evidence. */
public sealed interface AnswerResult {
    record Answered(Instant at) implements AnswerResult {}

    /** One answer is all there is, and it is here. */
    record AlreadyAnswered(Instant at) implements AnswerResult {}

    record TooLate(Instant until) implements AnswerResult {}

    /** Neither a word nor a file. */
    record Empty() implements AnswerResult {}

    /** Nobody asked this person anything. */
    record NothingAsked() implements AnswerResult {}
}
