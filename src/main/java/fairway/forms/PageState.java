package fairway.forms;

/** How far a page or part is; says nothing about findings of checks. */
public enum PageState {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETE,
    /** Saved, but something is missing or cannot be read. */
    ATTENTION,
    NOT_NEEDED,
    /** Whether it is needed depends on an answer still to come. */
    WAITING
}
