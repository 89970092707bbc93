package fairway.forms;

import java.util.Map;

/** What is known about one question: more than blank and filled. */
public sealed interface Answer {

    /** Words that stand for an answer. */
    enum Said {
        NONE,
        UNKNOWN,
        WITHHELD
    }

    /** Nothing yet, or something typed that could not be read; the words are kept by box. */
    record Unanswered(Map<String, String> typed) implements Answer {
        public static final Unanswered BLANK = new Unanswered(Map.of());

        public Unanswered {
            typed = Map.copyOf(typed);
        }
    }

    /** A value, and the words it was read from. */
    record Known(Value value, Map<String, String> typed) implements Answer {
        public Known {
            typed = Map.copyOf(typed);
        }
    }

    /** The person says that there is none. */
    record None() implements Answer {}

    /** The person says that they do not know. */
    record UnknownToMe() implements Answer {}

    /** Not asked because of other answers; what was typed before is kept elsewhere and not read. */
    record Hidden() implements Answer {}

    /** The person prefers not to say. */
    record Withheld() implements Answer {}
}
