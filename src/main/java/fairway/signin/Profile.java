package fairway.signin;

import fairway.passwords.Demands;

/** Which rules of accounts an installation follows; {@code docs/deviations.md} says where they differ. */
public enum Profile {
    CLASSIC(Demands.CLASSIC),
    STRICT(Demands.STRICT);

    private final Demands demands;

    Profile(Demands demands) {
        this.demands = demands;
    }

    /** What new passwords must be. */
    public Demands demands() {
        return demands;
    }

    /** Whether people choose questions for resetting their password. */
    public boolean asksQuestions() {
        return this == CLASSIC;
    }

    /** Whether codes by e-mail may be the only second proof. */
    public boolean emailSuffices() {
        return this == CLASSIC;
    }

    boolean has(Stage stage) {
        return stage != Stage.QUESTIONS || asksQuestions();
    }
}
