package fairway.payments;

import java.time.Instant;
import java.util.List;

/** What came of the wish to pay. */
public sealed interface Begin {
    /** Send the person to this address, complete with language, outside of our pages or in them. */
    record Redirect(String url) implements Begin {}

    record AlreadyPaid() implements Begin {}

    /** No fee is owed; the package is settled. */
    record NothingOwed() implements Begin {}

    /** The bank has not answered yet; nothing new may begin. */
    record Pending(Instant since) implements Begin {}

    /** These fees are not confirmed by the agency, and this is no demonstration. */
    record NotConfirmed(List<String> codes) implements Begin {}

    /** The card page does not answer; nothing was charged, try again later. */
    record Unavailable() implements Begin {}
}
