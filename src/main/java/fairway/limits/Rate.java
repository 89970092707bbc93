package fairway.limits;

/** What may happen only so often; the settings say how often. */
public enum Rate {
    CONFIRMATION_MAILS,
    /** Links for a lost password and messages about a lost user name, to one address. */
    RECOVERY_MAILS,
    CODES,
    /** Text messages of the whole installation, whoever asks for them. */
    TEXTS,
    SIGN_INS_FROM_ONE_PLACE,
    SIGN_INS_FROM_ONE_NETWORK,
    SIGN_UPS_FROM_ONE_PLACE,
    STATUSES_FROM_ONE_PLACE
}
