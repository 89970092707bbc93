package fairway.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps an account its owner's: where news of its security goes, and whether changes are stopped for a while. */
public interface Safety {
    /** Why changes are stopped. */
    enum Reason {
        /** The owner said that somebody else was in the account. */
        NOT_ME,
        /** The same by a link in the mailbox alone. */
        NOT_ME_BY_MAIL,
        /** From the mailbox alone, and not for the first time: it does not stop what others have proven meanwhile. */
        NOT_ME_AGAIN,
        /** Its owner came back with little proof; who has more may still stop what a thief would do next. */
        RECOVERED
    }

    /** Nothing that decides who gets in may change until then. */
    record Hold(Instant until, Reason reason) {}

    /** The sign-in address of an account is another one now; what knows the old one hears it in the same transaction. */
    record AddressMoved(UUID account) {}

    /** Changes to the security of one account wait for each other until the transaction ends. */
    void lock(UUID account);

    /** Every address that hears what happens to the security of the account: the sign-in address first. */
    List<EmailAddress> addresses(UUID account);

    Optional<EmailAddress> recoveryAddress(UUID account);

    /** Accounts with this recovery address, which only its reader may learn. */
    List<UUID> recoveredAt(EmailAddress address);

    /** A confirmed address, or none any more. */
    void recoverAt(UUID account, @Nullable EmailAddress address);

    /** False, and nothing done, if another account has the address. */
    boolean move(UUID account, EmailAddress to);

    /** The hold that lasts longest, if one lasts; repeated ones from the mailbox only where there is no other. */
    Optional<Hold> holdOn(UUID account);

    /** Why changes were stopped last, whether that still lasts or not. */
    Optional<Reason> heldLast(UUID account);

    boolean heldSince(UUID account, Reason reason, Instant since);

    void hold(UUID account, Instant until, Reason reason);
}
