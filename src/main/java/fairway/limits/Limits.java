package fairway.limits;

import fairway.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether something may be tried or asked for once more, by the settings, the counts and the clock alone. */
@Service
public class Limits {
    private final LimitsSettings settings;
    private final Counts counts;
    private final Vault vault;
    private final InstantSource clock;
    private final Estimates estimates = new Estimates();

    Limits(LimitsSettings settings, Counts counts, Vault vault, InstantSource clock) {
        this.settings = settings;
        this.counts = counts;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What is guessed at: {@code about} names one secret, such as the password of one address; {@code nobodys} when there is
     * no such thing, which is counted alike but not kept for ever.
     */
    public record Guessed(Patience patience, String about, boolean nobodys) {}

    /** Whether the next try may be made, for counts that are kept elsewhere. */
    public Decision decide(Patience patience, Count count) {
        return settings.of(patience).decide(count, clock.instant());
    }

    /** The same where several secrets open one thing: they wait each for itself and are closed by their sum. */
    public Decision decide(Patience patience, Count own, List<Count> all) {
        int sum = all.stream().mapToInt(Count::failures).sum();
        return sum >= settings.of(patience).most() ? new Decision.Disabled() : decide(patience, own);
    }

    /**
     * Counts a try as failed before it is looked at, if it may be made, so that many at once get no more tries than one after
     * the other; {@link #succeeded} takes it back.
     */
    @Transactional
    public Decision attempt(Guessed guessed) {
        var key = key(guessed);
        counts.alone(key);
        var now = clock.instant();
        var decision = settings.of(guessed.patience()).decide(counts.failed(key), now);
        if (decision.permitted()) {
            counts.fails(key, guessed.nobodys(), now);
        }
        return decision;
    }

    /** What the next try would meet. */
    @Transactional
    public Decision next(Guessed guessed) {
        return decide(guessed.patience(), counts.failed(key(guessed)));
    }

    /** Failures in a row so far, a try that is under way included. */
    @Transactional
    public int failures(Guessed guessed) {
        return counts.failed(key(guessed)).failures();
    }

    public void succeeded(Guessed guessed) {
        counts.clear(key(guessed));
    }

    /** Asks and, if permitted, counts in one; two at once cannot both take the last place. */
    @Transactional
    public Decision take(Rate rate, String about) {
        var key = tally(rate, about);
        counts.alone(key);
        var now = clock.instant();
        var pace = settings.of(rate);
        var decision = pace.decide(counts.happened(key, now.minus(Pace.LONGEST), pace.most()), now);
        if (decision.permitted()) {
            counts.happens(key, now);
        }
        return decision;
    }

    /**
     * The same for a code by text to a number that whoever asks has not proven yet; counted apart from codes for its owner,
     * who gets theirs whatever strangers ask for.
     */
    @Transactional
    public Decision takeForNewPhone(String number, Place from) {
        var decision = take(Rate.CODES_TO_NEW_PHONES_FROM_ONE_PLACE, from.household());
        if (decision.permitted()) {
            decision = take(Rate.CODES_TO_NEW_PHONES, number);
        }
        return decision.permitted() ? take(Rate.TEXTS, "all") : decision;
    }

    /** The same without writing anything down, for pages that everybody may ask for; each node counts for itself. */
    public Decision estimate(Rate rate, String about) {
        return estimates.take(rate.name() + " " + about, settings.of(rate), clock.instant());
    }

    /** What {@link #take} would say now; counts nothing. */
    @Transactional
    public Decision next(Rate rate, String about) {
        var pace = settings.of(rate);
        var now = clock.instant();
        return pace.decide(counts.happened(tally(rate, about), now.minus(Pace.LONGEST), pace.most()), now);
    }

    private byte[] tally(Rate rate, String about) {
        return vault.fingerprint("limits.tally." + rate.name(), about);
    }

    private byte[] key(Guessed guessed) {
        return vault.fingerprint("limits.failure." + guessed.patience().name(), guessed.about());
    }
}
