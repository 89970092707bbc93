package fairway.forms;

import java.util.Map;

/** Typed words that could not be read: where, and the text that says why. */
public record Unreadable(String path, String box, String textKey, Map<String, Object> args) {
    public Unreadable {
        args = Map.copyOf(args);
    }
}
