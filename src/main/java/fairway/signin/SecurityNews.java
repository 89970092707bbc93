package fairway.signin;

import java.util.Locale;
import java.util.UUID;

/**
 * Something happened to the security of an account; whoever tells its owner hears it in the same transaction. The cause
 * names the occurrence, so that it is told once.
 */
public record SecurityNews(UUID account, What what, String cause) {
    public enum What {
        NEW_BROWSER,
        AFTER_FAILURES,
        CODE_MISSED,
        LEFT_HALF,
        PASSWORD_STOPPED,
        CODE_STOPPED,
        OLDEST_ENDED,
        BACKUP_USED,
        BACKUP_RENEWED,
        PASSWORD_CHANGED,
        WAY_ADDED,
        WAY_REMOVED,
        QUESTIONS_CHANGED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        PASSKEY_SUSPENDED,
        FACTOR_LOST,
        FACTOR_FOUND,
        RECOVERY_ADDED,
        RECOVERY_REMOVED,
        EMAIL_ASKED,
        EMAIL_CANCELLED,
        EMAIL_LAPSED,
        EMAIL_MOVED,
        PERSON_CHANGED,
        NEWS_PHONE_CHANGED,
        PAPER_JOINED,
        PAPER_REFUSED,
        MERGE_ASKED,
        MERGE_PROVEN,
        MERGE_JOINED,
        MERGE_ENDED,
        MERGE_UNDONE,
        HELP_FOUND,
        HELP_LETTER,
        HELP_PROPOSED,
        HELP_DECLINED,
        HELP_LAPSED,
        FROZEN,
        ANSWERS_STOPPED,
        PASSWORD_RESET,
        RECOVERY_CANCELLED,
        RECOVERED;

        /** The end of text keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
