package fairway.filing;

import fairway.legal.LegalText;
import fairway.payments.Quote;
import fairway.ui.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last pages of a filing show: signing, paying, done. */
final class SubmitPages {
    private SubmitPages() {}

    /** Exactly what is signed, and the box for the name. */
    record Sign(
            String path,
            String title,
            Signable signable,
            List<Papers> papers,
            Map<String, String> whys,
            List<String> accepted,
            int answered,
            String typed,
            List<Problem> problems,
            Post post) {

        int files() {
            return signable.files().size();
        }

        Signer signer() {
            return signable.signer();
        }

        LegalText text() {
            return signable.text();
        }

        Quote quote() {
            return signable.price().quote();
        }

        long total() {
            return signable.total();
        }

        String hash() {
            return signable.filing().sha256();
        }

        String legalName() {
            return signable.signer().name().whole();
        }
    }

    /** What goes back with the signature; {@code remark} is said of an edition that the agency has not confirmed. */
    record Post(String token, String owner, @Nullable String remark) {}

    /** What is owed, payment by payment. */
    record Pay(String path, String title, List<Group> groups, Standing standing, String owner) {
        /** How often the card page comes: a group that costs nothing is shown, but nobody pays it. */
        long payments() {
            return groups.stream().filter(group -> group.cents() > 0).count();
        }

        long total() {
            return groups.stream().mapToLong(Group::cents).sum();
        }
    }

    /** One payment of its own, by its number among those that cost something. */
    record Group(int number, List<Line> lines, long cents, boolean paid) {}

    record Line(String name, String why, String source, boolean confirmed, long cents) {}

    record Standing(@Nullable String failed, boolean somePaid, boolean canReopen) {}

    /** Received. */
    record Filed(
            String number,
            Instant receivedAt,
            @Nullable String receipt,
            @Nullable String copyPath,
            List<Papers> papers,
            String sha256) {}
}
