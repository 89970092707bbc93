package fairway.intake;

import fairway.cases.ReceiptNumber;
import java.time.Instant;

/** How a try to join a filing on paper ended. */
sealed interface Claim {
    /** It is in the account, now or since before. */
    record Joined(ReceiptNumber receipt) implements Claim {}

    record Refused(Ruling why) implements Claim {}

    /** Too many tries, for this filing or by this account. */
    record Wait(Instant until) implements Claim {}
}
