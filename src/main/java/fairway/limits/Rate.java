package fairway.limits;

/** What may happen only so often; the settings say how often. */
public enum Rate {
    CONFIRMATION_MAILS,
    /** Links for a lost password and messages about a lost user name, to one address. */
    RECOVERY_MAILS,
    /** To one address or number, for somebody who has given the password of an account that it belongs to. */
    CODES,
    /** To one number by text, for somebody who has shown a link in the mailbox and no password. */
    CODES_TO_COME_BACK,
    /** To one number that whoever asks has not proven yet. */
    CODES_TO_NEW_PHONES,
    CODES_TO_NEW_PHONES_FROM_ONE_PLACE,
    /** Text messages of the whole installation, whoever asks for them. */
    TEXTS,
    SIGN_INS_FROM_ONE_PLACE,
    SIGN_INS_FROM_ONE_NETWORK,
    SIGN_UPS_FROM_ONE_PLACE,
    STATUSES_FROM_ONE_PLACE,
    /** Tries to join one filing on paper, whoever makes them. */
    CLAIMS_OF_ONE_FILING,
    CLAIMS_BY_ONE_ACCOUNT,
    /** New access codes by post, asked for one filing. */
    ACCESS_LETTERS,
    ACCESS_LETTERS_BY_ONE_ACCOUNT,
    /** Joinings of two accounts begun by one of them, and codes for one entered by one of them. */
    MERGES_BY_ONE_ACCOUNT,
    MERGE_CODES_BY_ONE_ACCOUNT,
    HELP_FROM_ONE_PLACE,
    /** Requests and messages for help by one address, account or request. */
    HELP_TO_ONE_ADDRESS,
    /** Looks of one member of staff through the accounts of people. */
    SUPPORT_LOOKS
}
