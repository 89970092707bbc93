package fairway.support;

import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Failure;
import fairway.delivery.Remedy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Another letter with a code for somebody who asks for a way back, where the last one never left the house. */
@Component
class PostedAgain implements Remedy {
    private final HelpTable table;
    private final Proofs proofs;
    private final HelpDesk desk;
    private final Delivery delivery;

    PostedAgain(HelpTable table, Proofs proofs, HelpDesk desk, Delivery delivery) {
        this.table = table;
        this.proofs = proofs;
        this.desk = desk;
        this.delivery = delivery;
    }

    @Override
    public Standing standing(Failure failure) {
        var account = failure.account();
        if (account == null
                || failure.channel() != Channel.LETTER
                || !failure.template().equals(HelpPost.CODE)) {
            return Standing.NONE;
        }
        if (!delivery.latest(account, Channel.LETTER, HelpPost.CODE)
                .filter(failure.message()::equals)
                .isPresent()) {
            return Standing.DONE;
        }
        return waiting(account).isPresent() ? Standing.POSSIBLE : Standing.NONE;
    }

    /** In the name of the agent who had asked for the first one. */
    @Override
    @Transactional
    public boolean send(UUID officer, Failure failure) {
        var account = failure.account();
        if (account == null || standing(failure) != Standing.POSSIBLE) {
            return false;
        }
        var sent = waiting(account)
                .flatMap(request -> table.lock(request.id()))
                .filter(locked -> standing(failure) == Standing.POSSIBLE)
                .filter(locked -> desk.postAgain(locked) == Done.SENT);
        sent.ifPresent(request -> delivery.replaced(failure.message()));
        return sent.isPresent();
    }

    private Optional<HelpRequest> waiting(UUID account) {
        return table.openFor(account).stream()
                .filter(request -> proofs.of(request.id()).stream()
                        .anyMatch(proof -> proof.kind() == ProofKind.LETTER
                                && proof.asked().provenAt() == null))
                .findFirst();
    }
}
