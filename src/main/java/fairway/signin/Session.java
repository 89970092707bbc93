package fairway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far one browser has come in proving who it is; identifiers and times only, never personal data. */
record Session(
        UUID id,
        UUID account,
        boolean staff,
        Level level,
        Proofs proofs,
        Life life,
        @Nullable String returnTo) {
    static final String ATTRIBUTE = "fairway.signin.session";

    enum Level {
        /** The address is confirmed and the account is being set up. */
        SETUP,
        /** The password was right, the code is still owed. */
        HALF,
        /** Everything is proven, but the password is not trusted any more: a new one is owed. */
        OWING,
        /** Password and code were right. */
        FULL
    }

    record Proofs(
            @Nullable Instant passwordAt,
            @Nullable Instant codeAt,
            @Nullable String codeBy) {
        static final Proofs NONE = new Proofs(null, null, null);

        /** In place of a kind of code: a passkey that has checked who holds it, which is a whole sign-in by itself. */
        static final String PASSKEY = "PASSKEY";

        /** In place of a kind of code: the link by which somebody was invited to work here. */
        static final String INVITATION = "INVITATION";

        boolean byPasskey() {
            return PASSKEY.equals(codeBy);
        }

        boolean fresh(Instant now, Duration freshFor) {
            return within(codeAt, now, freshFor) && (byPasskey() || within(passwordAt, now, freshFor));
        }

        private static boolean within(@Nullable Instant proven, Instant now, Duration freshFor) {
            return proven != null && !proven.plus(freshFor).isBefore(now);
        }
    }

    record Life(Instant startedAt, Instant lastSeenAt) {}

    boolean full() {
        return level == Level.FULL;
    }

    /** When this session ends if nothing is asked of us any more. */
    Instant endsAt(Instant now, SigninSettings settings) {
        var idle = now.plus(settings.idle());
        var total = life.startedAt().plus(settings.total());
        return idle.isBefore(total) ? idle : total;
    }
}
