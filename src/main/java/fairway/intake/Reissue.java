package fairway.intake;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Subject;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Failure;
import fairway.delivery.Remedy;
import fairway.identity.Accounts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A new letter with a new access code where the last one never left the house, to the same address; nobody sees the code. */
@Component
class Reissue implements Remedy {
    private final PaperFiles files;
    private final AccessLetters letters;
    private final Delivery delivery;
    private final Intake.Doors doors;
    private final Intake.Tools tools;

    Reissue(PaperFiles files, AccessLetters letters, Delivery delivery, Intake.Doors doors, Intake.Tools tools) {
        this.files = files;
        this.letters = letters;
        this.delivery = delivery;
        this.doors = doors;
        this.tools = tools;
    }

    @Override
    public Standing standing(Failure failure) {
        var account = failure.account();
        if (!failure.template().equals(AccessLetters.ACCESS) || account == null) {
            return Standing.NONE;
        }
        if (!delivery.latest(account, Channel.LETTER, AccessLetters.ACCESS)
                .filter(failure.message()::equals)
                .isPresent()) {
            return Standing.DONE;
        }
        return waiting(account).isPresent() ? Standing.POSSIBLE : Standing.NONE;
    }

    @Override
    public boolean send(UUID officer, Failure failure) {
        var account = failure.account();
        if (account == null || standing(failure) != Standing.POSSIBLE) {
            return false;
        }
        var fresh = born(doors.accounts(), account).map(letters::fresh);
        return fresh.isPresent() && sent(officer, failure, waiting(account).orElseThrow(), fresh.get());
    }

    private boolean sent(UUID officer, Failure failure, PaperFile file, AccessLetters.Fresh fresh) {
        return Boolean.TRUE.equals(tools.transactions().execute(state -> {
            doors.accounts().safety().lock(file.account());
            if (standing(failure) != Standing.POSSIBLE || !files.renew(file.id(), fresh.lock())) {
                return false;
            }
            letters.post(file, fresh, failure.message());
            delivery.replaced(failure.message());
            doors.audit()
                    .record(Act.of(Actor.staff(officer), "intake.reissued", Subject.of("account", file.account())));
            return true;
        }));
    }

    private Optional<PaperFile> waiting(UUID account) {
        return files.ofAccount(account)
                .filter(file -> file.claimedBy() == null && !file.lock().hash().isEmpty());
    }

    private static Optional<LocalDate> born(Accounts accounts, UUID account) {
        return Optional.ofNullable(accounts.profileOf(account).born());
    }
}
