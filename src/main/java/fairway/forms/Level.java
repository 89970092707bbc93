package fairway.forms;

/** How loudly a finding speaks; an installation may set another level for any check. */
public enum Level {
    /** Cannot be signed. */
    BLOCK,
    /** Must be read and accepted, then may be filed. */
    WARN,
    /** Shown once. */
    TIP,
    /** Shown to officers only. */
    OFFICE
}
