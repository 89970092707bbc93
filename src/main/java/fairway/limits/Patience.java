package fairway.limits;

/** What can be guessed at; the settings say how long each waits and when it closes. */
public enum Patience {
    /** Codes of one way to codes. */
    CODE,
    BACKUP_CODE,
    /** The five reset answers of one account, as one; access code and birth date of one letter, as one. */
    ANSWERS,
    /** A password from any browser we have not seen with this account, all together. */
    PASSWORD,
    /** The same from browsers its owner has used: strangers cannot make these wait. */
    PASSWORD_ON_KNOWN_DEVICE
}
