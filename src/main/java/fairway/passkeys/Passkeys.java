package fairway.passkeys;

import fairway.identity.Accounts;
import fairway.signin.Signin;
import fairway.ui.NotFound;
import fairway.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys and security keys of an account. */
@Service
public class Passkeys {
    static final int LONGEST_LABEL = 60;

    private final KeyTable keys;
    private final Asking asking;
    private final Owners owners;
    private final Notes notes;
    private final PasskeySettings settings;

    Passkeys(KeyTable keys, Asking asking, Owners owners, Notes notes, PasskeySettings settings) {
        this.keys = keys;
        this.asking = asking;
        this.owners = owners;
        this.notes = notes;
        this.settings = settings;
    }

    /** Questions to authenticators and what their answers are worth. */
    @org.springframework.stereotype.Component
    record Asking(Proving proving, Questions questions, Bonds bonds) {}

    @org.springframework.stereotype.Component
    record Owners(Accounts accounts, Signin signin, Vault vault) {
        /** Nobody else changes how this account is opened until the transaction ends; refused if that is stopped. */
        void alone(UUID account) {
            accounts.safety().lock(account);
            if (accounts.safety().holdOn(account).isPresent()) {
                throw new NotFound();
            }
        }
    }

    sealed interface Adding {
        record Added(UUID key) implements Adding {}

        record Refused(String why) implements Adding {}

        record Enough() implements Adding {}
    }

    enum Removing {
        REMOVED,
        LAST_WAY,
        NOT_THERE
    }

    /** All of an account, oldest first, suspended ones included. */
    public List<Passkey> of(UUID account) {
        var key = owners.accounts().find(account).orElseThrow().key();
        return keys.of(account).stream().map(row -> open(key, row)).toList();
    }

    /** Whether one of them opens the account now. */
    public boolean any(UUID account) {
        return keys.any(account);
    }

    /** A question to the passkeys of an account, for a browser that is not signed in. */
    public String question(HttpServletRequest request, HttpServletResponse response, UUID account) {
        return asking.questions().prove(asking.bonds().recovering(account, request, response));
    }

    /** Whether one of them answered {@link #question} rightly; that signs nobody in. */
    public boolean answered(HttpServletRequest request, UUID account, String credential) {
        return asking.bonds()
                .recovered(account, request)
                .map(bond -> asking.proving().prove(bond, credential))
                .filter(Proving.Proof.Right.class::isInstance)
                .isPresent();
    }

    /** Reports one as lost, or takes it back; in the caller's transaction. False if this account has no such passkey. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lose(UUID account, UUID id, boolean lost) {
        owners.alone(account);
        return keys.lose(account, id, lost);
    }

    /** Removes all of an account that begins anew; whoever holds one of them gets in no more. */
    @Transactional
    public void removeAll(UUID account) {
        owners.accounts().safety().lock(account);
        keys.of(account).stream()
                .map(KeyTable.Row::id)
                .filter(id -> keys.remove(account, id))
                .forEach(id -> notes.removed(account, id));
    }

    Optional<Passkey> find(UUID account, UUID id) {
        return of(account).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    boolean room(UUID account) {
        return keys.of(account).size() < settings.most();
    }

    /** Adds what the authenticator answered; every other session of the account ends, and its owner is told. */
    @Transactional
    Adding add(Ceremonies.Bond bond, UUID account, UUID session, String answer, String label) {
        owners.alone(account);
        if (!room(account)) {
            return new Adding.Enough();
        }
        return switch (asking.proving().fresh(bond, answer)) {
            case Proving.Fresh.Refused(var why) -> refused(bond, why);
            case Proving.Fresh.Made(var credential) -> {
                var id = keys.newId();
                var row = new KeyTable.Row(id, account, seal(account, id, label), credential, KeyTable.Times.NONE);
                if (!keys.add(row)) {
                    yield refused(bond, "known");
                }
                notes.added(account, id);
                owners.signin().sessions().endOthers(account, session);
                yield new Adding.Added(id);
            }
        };
    }

    @Transactional
    void rename(UUID account, UUID id, String label) {
        keys.rename(account, id, seal(account, id, label));
        notes.renamed(account, id);
    }

    /** Never the last thing that opens the account beside its password. */
    @Transactional
    Removing remove(UUID account, UUID id, UUID session) {
        owners.alone(account);
        var all = keys.of(account);
        if (all.stream().noneMatch(row -> row.id().equals(id))) {
            return Removing.NOT_THERE;
        }
        var others =
                all.stream().anyMatch(row -> !row.id().equals(id) && row.times().opens());
        if (opens(all, id) && !others && owners.signin().waysToCodes(account) == 0) {
            return Removing.LAST_WAY;
        }
        if (!keys.remove(account, id)) {
            return Removing.NOT_THERE;
        }
        notes.removed(account, id);
        owners.signin().sessions().endOthers(account, session);
        return Removing.REMOVED;
    }

    private static boolean opens(List<KeyTable.Row> all, UUID id) {
        return all.stream().anyMatch(row -> row.id().equals(id) && row.times().opens());
    }

    private Adding refused(Ceremonies.Bond bond, String why) {
        notes.refused(bond, why);
        return new Adding.Refused(why);
    }

    private byte[] seal(UUID account, UUID id, String label) {
        var key = owners.accounts().find(account).orElseThrow().key();
        return owners.vault().seal(key, label.getBytes(StandardCharsets.UTF_8), context(id));
    }

    private Passkey open(UUID key, KeyTable.Row row) {
        var label = new String(owners.vault().open(key, row.label(), context(row.id())), StandardCharsets.UTF_8);
        return new Passkey(
                row.id(),
                label,
                row.credential().flags(),
                row.times().boundAt(),
                row.times().usedAt(),
                row.times().suspectedAt() != null,
                row.times().lostAt());
    }

    private static String context(UUID id) {
        return "passkeys.passkey/" + id + "/label";
    }
}
