package fairway.forms;

/** A word that can be chosen and how it reads in one language. */
public record Choice(String key, String label) {}
