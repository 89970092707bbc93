package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody who is signed in knows or keeps: password, backup code, questions. Changes are told, recorded, and end other sessions. */
public interface Secrets {
    record Standing(
            @Nullable Instant passwordAt,
            @Nullable Instant backupAt,
            @Nullable Instant questionsAt,
            List<String> questions,
            @Nullable Instant backupLostAt) {
        /** Whether a backup code opens the account now. */
        public boolean backup() {
            return backupAt != null && backupLostAt == null;
        }
    }

    record NewPassword(String current, String fresh, String again) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    Standing standing(UUID account);

    /** No problem means done; this browser goes on under a new cookie. */
    List<Problem> changePassword(
            Page page, HttpServletRequest request, HttpServletResponse response, NewPassword wanted);

    /** The password opens nothing any more but the page for a new one. */
    void distrust(UUID account);

    /** Whether this browser has proven who it is and owes nothing but a new password. */
    boolean owesPassword(HttpServletRequest request);

    /** The same as a change, for somebody who owes one: no problem means signed in. */
    List<Problem> renewPassword(
            Page page, HttpServletRequest request, HttpServletResponse response, NewPassword wanted);

    /** Makes a new backup code, which this session may look at until it is kept. */
    void newBackupCode(Page page);

    /** In groups, as it is written down. */
    Optional<String> shownBackupCode(Page page);

    void keptBackupCode(Page page);

    /** Reports the backup code as lost, or takes it back; in the caller's transaction. */
    void loseBackupCode(UUID account, boolean lost);

    List<String> catalogue();

    int howManyQuestions();

    /** {@code answers} in the order of the questions. No problem means done. */
    List<Problem> changeQuestions(Page page, List<String> questions, List<String> answers);
}
