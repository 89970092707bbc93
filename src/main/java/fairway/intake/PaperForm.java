package fairway.intake;

import fairway.identity.PaperPerson;

/** What is keyed from a filing on paper; {@code aNumber} is nine digits, or empty where the form names none. */
public record PaperForm(PaperPerson person, String aNumber, String form) {}
