package fairway.payments;

/**
 * One fee with its price on the day of the quote. {@code rule} names the dated row it comes from; lines of different groups
 * are paid separately.
 */
public record QuoteLine(
        String code,
        String rule,
        String nameKey,
        String whyKey,
        long cents,
        String source,
        boolean confirmed,
        String group) {}
