package fairway.filing;

import fairway.documents.Document;
import fairway.drafts.Opened;
import fairway.forms.Answer;
import fairway.forms.CanonicalFiling;
import fairway.forms.Item;
import fairway.forms.Value;
import fairway.legal.LegalText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exactly what would be signed now, and what stands in the way. */
record Signable(CanonicalFiling filing, LegalText text, LegalName name, Evidence evidence, Price price) {

    record Evidence(List<Document> files, List<String> accepted, List<Obstacle> obstacles) {}

    record Price(List<String> fees, long total) {}

    /** Why it cannot be signed yet. */
    enum Obstacle {
        /** A check that blocks. */
        BLOCKED,
        /** A warning that was not accepted. */
        UNREAD
    }

    List<Document> files() {
        return evidence.files();
    }

    List<String> accepted() {
        return evidence.accepted();
    }

    List<Obstacle> obstacles() {
        return evidence.obstacles();
    }

    List<String> fees() {
        return price.fees();
    }

    long total() {
        return price.total();
    }

    /** The applicant's legal name as the form has it; a single name is a family name alone. */
    record LegalName(String family, String given, String middle) {

        static LegalName of(Opened draft) {
            var boxes = draft.edition()
                    .items()
                    .filter(item -> "person.legal_name".equals(item.traits().fact()))
                    .map(Item::key)
                    .map(key -> draft.answers().of(key))
                    .map(answer -> answer instanceof Answer.Known(Value.Parts(var parts), var _) ? parts : null)
                    .filter(Objects::nonNull)
                    .findFirst()
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
        static boolean same(String typed, LegalName legal) {
            var folded = fold(typed);
            return !folded.isEmpty()
                    && (folded.equals(fold(legal.whole())) || folded.equals(fold(join(legal.given(), legal.family()))));
        }

        private static String fold(String name) {
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
