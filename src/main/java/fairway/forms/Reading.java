package fairway.forms;

import java.util.Map;

/** What came of reading typed words: a value, nothing, or why not. */
public sealed interface Reading {
    record Ok(Value value) implements Reading {}

    record Blank() implements Reading {}

    /** The message key after {@code error.}, its arguments, and the box at fault, empty for the only one. */
    record Wrong(String error, Map<String, Object> args, String box) implements Reading {
        public Wrong {
            args = Map.copyOf(args);
        }
    }

    /** Typed words that could not be read: where, and the text that says why. */
    record Unreadable(String path, String box, String textKey, Map<String, Object> args) {
        public Unreadable {
            args = Map.copyOf(args);
        }
    }

    static Wrong wrong(String error) {
        return new Wrong(error, Map.of(), "");
    }

    static Wrong wrong(String error, String box) {
        return new Wrong(error, Map.of(), box);
    }

    static Ok text(String text) {
        return new Ok(new Value.Text(text));
    }
}
