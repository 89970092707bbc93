package fairway.forms;

/** A fee code that these answers owe, with the text that says why. */
public record FeeRef(String code, String whyKey, Because because) {}
