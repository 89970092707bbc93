package fairway.forms;

import org.jspecify.annotations.Nullable;

/** One answer that decided something, in words: because you answered this to that question on that page. */
public record Reason(String path, @Nullable String page, String question, String answer) {}
