package fairway.passwords;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges new passwords and compares secrets people know with what was kept of them, never more at once than there are cores. */
@Service
public class Passwords {
    /** No password is longer than this many characters. */
    public static final int LONGEST = PasswordRules.LONGEST;

    private final Hashing hashing;
    private final PasswordRules rules;

    Passwords(Hashing hashing, PasswordRules rules) {
        this.hashing = hashing;
        this.rules = rules;
    }

    /** What to keep of a secret; each call gives another text. */
    public String hash(String secret) {
        return hashing.hash(secret);
    }

    /** Does the same work when there is nothing to compare with, or when what was typed is too long to be right. */
    public boolean matches(String secret, @Nullable String kept) {
        var fits = secret.length() <= 4 * LONGEST;
        return hashing.matches(fits ? secret : "", kept) && fits;
    }

    /** Whether what was kept should be made anew, because the cost or the key has changed since. */
    public boolean outdated(String kept) {
        return hashing.outdated(kept);
    }

    /** What a new password does not meet yet; {@code words} are those others know about this person or this site. */
    public List<Unmet> unmet(String password, Collection<String> words, Demands demands) {
        return hashing.inTurn(() -> rules.unmet(password, words, demands));
    }
}
