package fairway.filing;

import fairway.drafts.Opened;
import fairway.forms.Answer;
import fairway.forms.Item;
import fairway.forms.Value;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who signs, as the form names them: the applicant, or a parent or guardian who signs for the applicant. */
record Signer(LegalName name, LegalName applicant, String capacity, String relationship) {
    static final String SELF = "self";

    /** The person whose name the form states as the signer's; the applicant where it states none. */
    static Signer of(Opened draft) {
        var applicant = LegalName.of(draft, "person.legal_name");
        var signer = LegalName.of(draft, "signer.legal_name");
        return signer.whole().isEmpty()
                ? new Signer(applicant, applicant, SELF, "")
                : new Signer(signer, applicant, word(draft, "signer.capacity"), word(draft, "signer.relationship"));
    }

    boolean isApplicant() {
        return capacity.equals(SELF);
    }

    private static Optional<Item> item(Opened draft, String fact) {
        return draft.edition()
                .items()
                .filter(item -> fact.equals(item.traits().fact()))
                .findFirst();
    }

    private static Optional<Answer> shown(Opened draft, String fact) {
        return item(draft, fact)
                .filter(item -> draft.journey().shown().anyMatch(view -> view.shows(item.key())))
                .map(item -> draft.answers().of(item.key()));
    }

    private static String word(Opened draft, String fact) {
        return shown(draft, fact)
                .map(answer -> answer instanceof Answer.Known(Value.Text(var text), var _) ? text : "")
                .orElse("");
    }

    /** A legal name as the form has it; a single name is a family name alone. */
    record LegalName(String family, String given, String middle) {
        private static LegalName of(Opened draft, String fact) {
            var boxes = shown(draft, fact)
                    .map(answer -> answer instanceof Answer.Known(Value.Parts(var parts), var _)
                            ? parts
                            : Map.<String, String>of())
                    .orElse(Map.of());
            return new LegalName(
                    boxes.getOrDefault("family", ""),
                    boxes.getOrDefault("given", ""),
                    boxes.getOrDefault("middle", ""));
        }

        String whole() {
            return join(given, middle, family);
        }

        /** Case, marks, spaces and hyphens aside; the middle name may be left out. */
        boolean typedAs(String typed) {
            var folded = fold(typed);
            return !folded.isEmpty() && (folded.equals(fold(whole())) || folded.equals(fold(join(given, family))));
        }

        static String fold(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}", "")
                    .replace("đ", "d")
                    .replace("Đ", "D")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\p{Pd}’‘ʻʼ`´'.,\\s]+", " ")
                    .strip();
        }

        private static String join(String... parts) {
            return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        }
    }
}
