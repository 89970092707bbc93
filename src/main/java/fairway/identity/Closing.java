package fairway.identity;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends accounts: at once for signing in, for good when the time to come back is over. What was filed stays with the agency. */
@Service
class Closing {
    static final String RULE = "account.closing";
    /** As long as anybody may come back with the link, and more. */
    private static final Duration LINK = Duration.ofDays(45);

    private static final int BATCH = 100;

    private final AccountTable accounts;
    private final ProfileTable profiles;
    private final Vault vault;
    private final Audit audit;
    private final Around around;

    Closing(AccountTable accounts, ProfileTable profiles, Vault vault, Audit audit, Around around) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.vault = vault;
        this.audit = audit;
        this.around = around;
    }

    @org.springframework.stereotype.Component
    record Around(Profiles.Moment moment, PhoneProofs proofs, Safety safety, ObjectProvider<Holding> holdings) {}

    List<Hold> holds(UUID account) {
        return around.holdings().stream()
                .flatMap(one -> one.on(account).stream())
                .toList();
    }

    /** The end of the time to come back, for an account that is closed now. */
    Instant endFromNow() {
        return around.moment()
                .calendar()
                .deadline(RULE, around.moment().calendar().today())
                .until();
    }

    /** Says whether it is closed now; a held one is not. */
    @Transactional
    public boolean close(UUID account) {
        around.safety().lock(account);
        if (!holds(account).isEmpty() || !accounts.close(account, now(), endFromNow())) {
            return false;
        }
        record(Actor.person(account), account, "account.closed");
        around.moment().events().publishEvent(new AccountClosed(account));
        return true;
    }

    /** For the one link that takes it back; useless to sign in with. */
    Optional<String> linkOf(UUID account) {
        return accounts.closedAt(account).map(at -> "/sign-in/keep-account/" + account + "/" + mark(account, at));
    }

    /** Whether this link still takes the closing back. */
    boolean opens(UUID account, String mark) {
        return accounts.closedAt(account)
                .filter(at -> marks(account, at).stream()
                        .anyMatch(known -> MessageDigest.isEqual(
                                known.getBytes(StandardCharsets.US_ASCII), mark.getBytes(StandardCharsets.UTF_8))))
                .isPresent();
    }

    @Transactional
    public boolean keep(UUID account, String mark) {
        if (!opens(account, mark) || !accounts.keep(account)) {
            return false;
        }
        record(Actor.person(account), account, "account.kept");
        around.moment().events().publishEvent(new AccountKept(account));
        return true;
    }

    /** An account whose case was opened again meanwhile waits. */
    @Transactional
    public int eraseEnded() {
        int erased = 0;
        for (var row : accounts.ended(now(), BATCH)) {
            if (holds(row.id()).isEmpty()) {
                erase(row);
                erased++;
            }
        }
        return erased;
    }

    private void erase(AccountTable.Row row) {
        accounts.joinedTo(row.id()).forEach(this::erase);
        around.moment().events().publishEvent(new AccountErased(row.id()));
        profiles.forget(row.id());
        around.proofs().forget(row.id());
        accounts.erase(row.id(), vault.mac("identity.erased", bytes(row.id())), now());
        vault.destroy(row.key());
        record(Actor.system(), row.id(), "account.erased");
    }

    private void record(Actor actor, UUID account, String what) {
        audit.record(Act.of(actor, what, Subject.of("account", account)));
    }

    private Instant now() {
        return around.moment().clock().instant();
    }

    private String mark(UUID account, Instant closedAt) {
        return marks(account, closedAt).getFirst();
    }

    private List<String> marks(UUID account, Instant closedAt) {
        var at = Long.toString(closedAt.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
        return vault.macs(LINK, "identity.keep", bytes(account), at).stream()
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .toList();
    }

    private static byte[] bytes(UUID account) {
        return account.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
