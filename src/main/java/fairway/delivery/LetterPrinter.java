package fairway.delivery;

import java.util.Locale;
import java.util.Map;

/** Prints the sheet of letters whose looks matter, as an accessible PDF; asked when a letter leaves, so that nothing keeps it. */
public interface LetterPrinter {
    boolean prints(String template);

    /** {@code values} are ready for showing: links are addresses by now. */
    byte[] print(Locale language, Map<String, String> values);
}
