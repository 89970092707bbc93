package fairway.recovery;

import java.util.Locale;

/** What somebody can show on the way back in. */
enum Proof {
    /** The link in an e-mail to the sign-in address. */
    LINK,
    /** The same to the recovery address. */
    RECOVERY_LINK,
    QUESTIONS,
    TEXT,
    APP,
    PASSKEY,
    BACKUP_CODE;

    /** The end of text keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
