package fairway.signin;

/** The steps of setting an account up after its address is confirmed, in their order. */
enum Stage {
    TERMS("/sign-up/terms"),
    PASSWORD("/sign-up/password"),
    METHODS("/sign-up/methods"),
    BACKUP("/sign-up/backup"),
    QUESTIONS("/sign-up/questions"),
    TYPE("/sign-up/type"),
    DONE("/sign-up/done");

    private final String path;

    Stage(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
