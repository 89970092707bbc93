package fairway.identity;

/** What keeps an account open; {@code text} is the key of its sentence, {@code path} leads to it. */
public record Hold(String text, String name, String path) {}
