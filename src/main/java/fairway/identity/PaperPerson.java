package fairway.identity;

import java.time.LocalDate;
import java.util.Locale;

/** Somebody who filed on paper, as their form says. */
public record PaperPerson(PersonName name, LocalDate born, PostalAddress address, Locale language) {}
