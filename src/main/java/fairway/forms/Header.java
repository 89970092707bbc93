package fairway.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands on top of an edition: its numbers, dates, languages and the official items it must ask. {@code notSupplied}
 * names facts of its context that nothing in this product knows yet.
 */
public record Header(
        String form,
        LocalDate edition,
        String number,
        boolean released,
        LocalDate validFrom,
        @Nullable LocalDate acceptUntil,
        Notice notice,
        List<String> languages,
        Map<String, List<String>> official,
        Map<String, String> notAsked,
        Set<String> notSupplied) {

    /** The control number, its expiry and the time burden printed on the form. */
    public record Notice(String ombNumber, LocalDate ombExpires, int burdenMinutes) {}

    public Header {
        languages = List.copyOf(languages);
        official = Map.copyOf(official);
        notAsked = Map.copyOf(notAsked);
        notSupplied = Set.copyOf(notSupplied);
    }

    /** The language that is signed and filed. */
    public String officialLanguage() {
        return languages.getFirst();
    }

    /** For example {@code i-765/2025-08-21}. */
    public String folder() {
        return form + "/" + edition;
    }

    boolean accepts(LocalDate day) {
        return !day.isBefore(validFrom) && (acceptUntil == null || day.isBefore(acceptUntil));
    }
}
