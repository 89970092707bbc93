package fairway.identity;

/** What keeps an account open; {@code text} is the key of its sentence, {@code path} leads to it under its name, if it has one. */
public record Hold(String text, String name, String path) {}
