package fairway.forms;

import fairway.forms.Edition.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Validity validity,
        Notice notice,
        List<String> languages,
        Map<String, List<String>> official,
        Map<String, String> notAsked,
        Set<String> notSupplied) {

    /** The control number, its expiry and the time burden printed on the form. */
    public record Notice(String ombNumber, LocalDate ombExpires, int burdenMinutes) {}

    /**
     * From which day the agency takes the edition and, once that is known, until which; and where that was read. Kept outside
     * the seal of the edition: how long it lasts, and whether the agency says so, is learned after its release.
     */
    public record Validity(LocalDate from, @Nullable LocalDate until, Source source) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** Why nothing on an edition can be filed. */
    public enum Refusal {
        /** Not accepted on that day: it has ended, or has not begun. */
        NOT_ACCEPTED,
        /** The agency has not confirmed it, and this is no demonstration. */
        UNCONFIRMED
    }

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
        return validity.on(day);
    }

    /** What keeps a filing from being made on that day; {@code unconfirmedToo} as in a demonstration. */
    Optional<Refusal> refusal(LocalDate day, boolean unconfirmedToo) {
        if (!accepts(day)) {
            return Optional.of(Refusal.NOT_ACCEPTED);
        }
        return unconfirmedToo || validity.source().confirmed() ? Optional.empty() : Optional.of(Refusal.UNCONFIRMED);
    }
}
