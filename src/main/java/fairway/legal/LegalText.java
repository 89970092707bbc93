package fairway.legal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text somebody signs or is told: dated, with its source and who approved it. */
public record LegalText(String id, LocalDate version, String source, Approval approvedBy, List<Paragraph> paragraphs) {

    /** Who approved the text, or that nobody did, in each language. */
    public record Approval(String en, String es) {
        public String in(Locale language) {
            return language.equals(Locale.ENGLISH) ? en : es;
        }
    }

    /** A paragraph in each language; with a condition it is there only for that answer. */
    public record Paragraph(@Nullable When when, String en, String es) {
        public String in(Locale language) {
            return language.equals(Locale.ENGLISH) ? en : es;
        }
    }

    /** One answer, by its key: {@code yes}, {@code no} or the key of a choice. */
    public record When(String item, String is) {}

    /** The paragraphs that hold for these answers. */
    public LegalText forAnswers(Function<String, String> answerKey) {
        return new LegalText(
                id,
                version,
                source,
                approvedBy,
                paragraphs.stream()
                        .filter(part -> part.when() == null
                                || part.when()
                                        .is()
                                        .equals(answerKey.apply(part.when().item())))
                        .toList());
    }

    public String text(Locale language) {
        return paragraphs.stream().map(part -> part.in(language)).collect(Collectors.joining("\n\n"));
    }

    /** Of the official text: what a signature says it signed. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(Locale.ENGLISH).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
