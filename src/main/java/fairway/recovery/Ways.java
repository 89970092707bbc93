package fairway.recovery;

import fairway.signin.Profile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which proofs open an account to somebody who lost the password: the table of ADR 26 and nothing beside it. The codes of
 * the account are still asked for at the next sign-in.
 */
final class Ways {
    private static final Set<Proof> LINKS = Set.of(Proof.LINK, Proof.RECOVERY_LINK);
    private static final Set<Proof> STRONG = Set.of(Proof.APP, Proof.PASSKEY, Proof.BACKUP_CODE);
    static final Set<Proof> FACTORS = Set.of(Proof.TEXT, Proof.APP, Proof.PASSKEY);

    private Ways() {}

    sealed interface Outcome {
        record Open() implements Outcome {}

        /** Open, and what decides who gets in rests for a while, so that an owner with more can stop a thief. */
        record OpenThenFrozen() implements Outcome {}

        /** Each of these, alone or with another of them, opens it. */
        record NeedsMore(Set<Proof> any) implements Outcome {}

        /** Nothing this account has is enough: only waiting under everybody's eyes is left. */
        record Never() implements Outcome {}
    }

    /** {@code has}: what the account could show at all; anything else that was shown counts for nothing. */
    static Outcome decide(Profile profile, Set<Proof> has, Set<Proof> shown) {
        var counted = EnumSet.noneOf(Proof.class);
        has.stream().filter(shown::contains).forEach(counted::add);
        if (opens(profile, counted)) {
            return new Outcome.Open();
        }
        if (opensThenFrozen(profile, has, counted)) {
            return new Outcome.OpenThenFrozen();
        }
        var helping = EnumSet.noneOf(Proof.class);
        var rest = has.stream().filter(proof -> !counted.contains(proof)).toList();
        rest.stream().filter(proof -> helps(profile, has, counted, rest, proof)).forEach(helping::add);
        return helping.isEmpty() ? new Outcome.Never() : new Outcome.NeedsMore(helping);
    }

    /** Whether this is enough to begin the wait at whose end the account opens, unless somebody stops it. */
    static boolean mayWait(Set<Proof> shown) {
        return shown.stream().anyMatch(LINKS::contains);
    }

    private static boolean opens(Profile profile, Set<Proof> shown) {
        var answered = profile.asksQuestions() && shown.contains(Proof.QUESTIONS) && shown.contains(Proof.TEXT);
        return mayWait(shown) && (answered || shown.stream().anyMatch(STRONG::contains));
    }

    private static boolean opensThenFrozen(Profile profile, Set<Proof> has, Set<Proof> shown) {
        return profile.asksQuestions()
                && has.stream().noneMatch(FACTORS::contains)
                && shown.contains(Proof.LINK)
                && shown.contains(Proof.QUESTIONS);
    }

    /** Whether there is a set of the others that opens with this proof and not without it. */
    private static boolean helps(Profile profile, Set<Proof> has, Set<Proof> shown, List<Proof> rest, Proof proof) {
        for (int chosen = 0; chosen < 1 << rest.size(); chosen++) {
            var others = EnumSet.noneOf(Proof.class);
            others.addAll(shown);
            for (int i = 0; i < rest.size(); i++) {
                if ((chosen >> i & 1) == 1 && rest.get(i) != proof) {
                    others.add(rest.get(i));
                }
            }
            var with = EnumSet.copyOf(others);
            with.add(proof);
            if (enough(profile, has, with) && !enough(profile, has, others)) {
                return true;
            }
        }
        return false;
    }

    private static boolean enough(Profile profile, Set<Proof> has, Set<Proof> shown) {
        return opens(profile, shown) || opensThenFrozen(profile, has, shown);
    }
}
