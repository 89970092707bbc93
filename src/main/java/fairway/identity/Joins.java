package fairway.identity;

import java.util.List;
import java.util.UUID;

/** Accounts that nobody signs in to: made for filings on paper, and joined to the account their person uses. */
public interface Joins {
    /** An account with a number and an address for letters, and nothing that could let anybody in. */
    UUID open(PaperPerson person);

    /** From now on the one is part of the other and its number leads there; false where it is part of one already. */
    boolean join(UUID account, UUID to);

    /** The numbers of accounts that became part of this one, the latest first. */
    List<AccountNumber> formerNumbers(UUID account);
}
