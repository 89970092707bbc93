package fairway.intake;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Subject;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.limits.Rate;
import fairway.passwords.Passwords;
import fairway.signin.SecurityNews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Lets the person of a filing on paper join it to the account they use; the same work whatever is wrong. */
@Service
class Claims {
    private final PaperFiles files;
    private final Guards guards;
    private final Linking linking;
    private final Intake.Doors doors;
    private final Intake.Tools tools;

    Claims(PaperFiles files, Guards guards, Linking linking, Intake.Doors doors, Intake.Tools tools) {
        this.files = files;
        this.guards = guards;
        this.linking = linking;
        this.doors = doors;
        this.tools = tools;
    }

    @org.springframework.stereotype.Component("intakeGuards")
    record Guards(Limits limits, Passwords passwords, ApplicationEventPublisher events) {}

    Claim claim(UUID account, FilingNumber number, AccessCode code, LocalDate born) {
        if (guards.limits().take(Rate.CLAIMS_BY_ONE_ACCOUNT, account.toString()) instanceof Decision.Wait(var until)) {
            return new Claim.Wait(until);
        }
        var file = files.find(number).orElse(null);
        if (guards.limits().take(Rate.CLAIMS_OF_ONE_FILING, about(number, file)) instanceof Decision.Wait(var until)) {
            return new Claim.Wait(until);
        }
        var guessed = guessed(number, file);
        var decision = guards.limits().attempt(guessed);
        var proven = guards.passwords()
                .matches(code.with(born), file == null ? null : file.lock().hash());
        if (!decision.permitted()) {
            return decision instanceof Decision.Wait(var until)
                    ? new Claim.Wait(until)
                    : new Claim.Refused(Ruling.EXPIRED);
        }
        if (file == null) {
            return wrong(number, null);
        }
        if (proven) {
            guards.limits().succeeded(guessed);
        }
        return ruled(number, file, account, code.with(born), proven);
    }

    private Claim ruled(FilingNumber number, PaperFile file, UUID account, String secret, boolean proven) {
        var ruling = Ruling.of(file, proven, account, now());
        return switch (ruling) {
            case JOIN -> linking.link(file, account) ? joined(file, secret) : lost(file, account);
            case OWN -> new Claim.Joined(file.receipt());
            case EXPIRED -> new Claim.Refused(ruling);
            case TAKEN -> taken(file);
            case WRONG -> wrong(number, file);
        };
    }

    /** The code was right and is known at this moment: it is kept under the key that is in force. */
    private Claim joined(PaperFile file, String secret) {
        if (guards.passwords().outdated(file.lock().hash())) {
            files.keep(file, guards.passwords().hash(secret));
        }
        return new Claim.Joined(file.receipt());
    }

    /** Somebody else was faster by a moment, or a new letter was asked for meanwhile. */
    private Claim lost(PaperFile before, UUID account) {
        var file = files.find(before.id()).orElseThrow();
        return switch (Ruling.of(file, file.lock().equals(before.lock()), account, now())) {
            case OWN -> new Claim.Joined(file.receipt());
            case TAKEN -> taken(file);
            case JOIN, WRONG, EXPIRED -> new Claim.Refused(Ruling.WRONG);
        };
    }

    private Claim taken(PaperFile file) {
        tools.transactions().executeWithoutResult(state -> refused(file));
        return new Claim.Refused(Ruling.TAKEN);
    }

    /** The owner of a filing that is in their account hears of it there. */
    void refused(PaperFile file) {
        var owner = file.claimedBy();
        if (owner != null) {
            doors.audit().record(Act.of(Actor.anonymous(), "intake.refused", Subject.of("account", owner)));
            var cause = tools.ids().generate().toString();
            guards.events().publishEvent(new SecurityNews(owner, SecurityNews.What.PAPER_REFUSED, cause));
        }
    }

    /** The last try of the day is told by post; the job is made for numbers that do not exist as well. */
    private Claim wrong(FilingNumber number, @Nullable PaperFile file) {
        if (!guards.limits()
                .next(Rate.CLAIMS_OF_ONE_FILING, about(number, file))
                .permitted()) {
            var what = (file == null ? tools.ids().generate() : file.id()).toString();
            var name = tools.ids().generate().toString();
            tools.jobs()
                    .scheduleIfNotExists(
                            IntakeJobs.LOCKED.instance(name).data(what).scheduledTo(now()));
        }
        return new Claim.Refused(Ruling.WRONG);
    }

    /** Receipt number and account number of one filing share one count. */
    static String about(FilingNumber number, @Nullable PaperFile file) {
        return file == null ? number.value() : file.id().toString();
    }

    /**
     * One code over all of its life: who holds the letter knows it and guesses only at the birth date, of which five a day
     * would be hundreds before it runs out.
     */
    private static Limits.Guessed guessed(FilingNumber number, @Nullable PaperFile file) {
        var code = file == null ? "" : file.lock().hash();
        return new Limits.Guessed(Patience.ANSWERS, "intake.claim/" + about(number, file) + "/" + code, file == null);
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
