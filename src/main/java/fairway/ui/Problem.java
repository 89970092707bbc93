package fairway.ui;

/** What is wrong with one field and how to put it right; {@code field} is the input's name. */
public record Problem(String field, String message) {}
