package fairway.cases;

import fairway.cases.CaseMoves.Traces;
import fairway.identity.Accounts;
import fairway.identity.AddressChange;
import fairway.identity.AddressChanged;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a new address on record in every pending case of the person, in the transaction in which they told it. A protected
 * case is left alone: its address changes only after a person of the agency has made sure who asks.
 */
@Component
class AddressNews {
    private final Accounts accounts;
    private final CaseFiles files;
    private final CaseHistory history;
    private final CaseMoves moves;

    AddressNews(Accounts accounts, CaseFiles files, CaseHistory history, CaseMoves moves) {
        this.accounts = accounts;
        this.files = files;
        this.history = history;
        this.moves = moves;
    }

    /** A case of the person, and what it was told; nothing where it was closed or is protected. */
    record Told(CaseFile file, @Nullable CaseEvent event) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AddressChanged changed) {
        var change = accounts.addressChange(changed.account(), changed.change()).orElseThrow();
        ownOf(changed.account()).stream()
                .sorted(Comparator.comparing(CaseFile::id))
                .map(file -> files.lock(file.id()).orElseThrow())
                .filter(file -> !file.state().closed() && !file.shielded())
                .forEach(file -> moves.move(
                        file,
                        CaseAct.CHANGE_ADDRESS,
                        Doer.person(changed.account()),
                        new Traces(words(change), change.id(), change.from().toString())));
    }

    /** Every case of the person with what this change told it. */
    List<Told> told(UUID account, AddressChange change) {
        return ownOf(account).stream()
                .filter(file -> !file.receivedAt().isAfter(change.toldAt()))
                .map(file -> new Told(
                        file,
                        history.of(file).stream()
                                .filter(event -> change.id().equals(event.reference()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** A representative’s own new address is no news for their clients’ cases. */
    private List<CaseFile> ownOf(UUID account) {
        return files.of(account).stream()
                .filter(file -> file.account().equals(account))
                .toList();
    }

    /** For the officer, in the language of the file. */
    private static String words(AddressChange change) {
        var mail = change.mail();
        return "Lives from " + change.from() + " at:\n"
                + String.join("\n", change.home().lines()) + "\n\nLetters go "
                + (mail == null ? "there." : "to:\n" + String.join("\n", mail.lines()));
    }
}
