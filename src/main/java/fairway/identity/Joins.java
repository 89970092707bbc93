package fairway.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts that became part of another: made for filings on paper, or a second one of the same person. */
public interface Joins {
    /** An account with a number and an address for letters, and nothing that could let anybody in. */
    UUID open(PaperPerson person);

    /** From now on the one is part of the other and its number leads there; false where it is part of one already. */
    boolean join(UUID account, UUID to);

    /** The same for an account with addresses: until then their readers hear what happens to the other one. */
    boolean join(UUID account, UUID to, @Nullable Instant heardUntil);

    /** It stands for itself again; false where it is not part of this one. */
    boolean part(UUID account, UUID from);

    /** It stays a part for ever: what let its person in goes and its address is free; its key stays for what moved. */
    void settle(UUID account);

    /** The account that this one is part of by now, or itself. */
    UUID leading(UUID account);

    /** Accounts that became part of this one, the latest first. */
    List<UUID> partsOf(UUID account);

    /** Those of them whose readers still hear what happens. */
    List<UUID> heardWith(UUID account);

    /** The numbers of accounts that became part of this one, the latest first. */
    List<AccountNumber> formerNumbers(UUID account);
}
