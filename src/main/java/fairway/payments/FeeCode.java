package fairway.payments;

/** A fee that an edition says is owed; {@code whyKey} is the edition's text that says why. */
public record FeeCode(String code, String whyKey) {}
