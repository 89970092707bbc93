package fairway.cases;

/** Which case, and as of which event somebody looked at it; carried by the form of every act. */
public record CaseVersion(ReceiptNumber receipt, long version) {}
