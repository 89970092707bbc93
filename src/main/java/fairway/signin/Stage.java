package fairway.signin;

import java.util.Arrays;

/** The steps of setting an account up, in their order; the numbers count from the e-mail address as step 1. */
enum Stage {
    TERMS(3, "/sign-up/terms"),
    PASSWORD(4, "/sign-up/password"),
    METHODS(5, "/sign-up/methods"),
    BACKUP(7, "/sign-up/backup"),
    QUESTIONS(8, "/sign-up/questions"),
    TYPE(9, "/sign-up/type"),
    DONE(9, "/sign-up/done");

    static final int STEPS = 9;

    private final int step;
    private final String path;

    Stage(int step, String path) {
        this.step = step;
        this.path = path;
    }

    int step() {
        return step;
    }

    String path() {
        return path;
    }

    Stage next() {
        return Arrays.stream(values())
                .filter(later -> later.compareTo(this) > 0)
                .findFirst()
                .orElse(this);
    }
}
