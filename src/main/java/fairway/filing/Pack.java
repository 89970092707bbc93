package fairway.filing;

import fairway.drafts.Declaration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What was signed and frozen: the answers, their hash, the signature, what was accepted and what is owed. */
record Pack(UUID id, UUID draft, UUID account, Content content, Owed owed, State state, Instant signedAt) {

    enum State {
        SIGNED,
        TAKEN_BACK,
        RECEIVED
    }

    /** The frozen answers; {@code key} is new with each package and becomes the key of the case. */
    record Content(
            String form,
            LocalDate edition,
            Locale language,
            UUID key,
            String canonical,
            String sha256,
            Signature signature) {}

    /** Fee codes, warnings accepted, names of the answers that were not filed, and what officers are told. */
    record Owed(List<String> fees, List<String> accepted, List<String> leftOut, List<Remark> remarks) {}

    /** What a check says to officers alone, in the words of each language the edition has. */
    record Remark(String check, Map<String, String> words) {}

    /** What exactly was signed, by what typed name, when; made on the filer's own device. */
    record Signature(
            String name,
            Instant at,
            String textId,
            LocalDate textVersion,
            String textSha256,
            String text,
            String answersSha256,
            List<String> filesSha256,
            String shownIn,
            By by,
            List<Declared> declared) {
        /** What older rows do not say: the applicant signed, and nobody else. */
        Signature {
            by = by == null ? new By(name, Signer.SELF, "") : by;
            declared = declared == null ? List.of() : List.copyOf(declared);
        }
    }

    /** For whom and in which capacity the signer signed. */
    record By(String applicant, String capacity, String relationship) {
        static By of(Signer signer) {
            return new By(signer.applicant().whole(), signer.capacity(), signer.relationship());
        }
    }

    /** What an interpreter or preparer signed on a page of their own, on the filer's device. */
    record Declared(
            String who, String name, Instant at, String textId, LocalDate textVersion, String textSha256, String text) {
        static Declared of(Declaration signed) {
            var text = signed.text();
            return new Declared(
                    signed.who(),
                    signed.name(),
                    signed.at(),
                    text.id(),
                    text.version(),
                    text.sha256(),
                    text.text(Locale.ENGLISH));
        }
    }
}
