package fairway.payments;

import java.time.LocalDate;
import java.util.List;

/** What is owed for a package by the rules of one day; lines without a price to pay are kept, they say why. */
public record Quote(LocalDate on, List<QuoteLine> lines) {
    public Quote {
        lines = List.copyOf(lines);
    }

    public long total() {
        return lines.stream().mapToLong(QuoteLine::cents).sum();
    }

    public long total(String group) {
        return of(group).stream().mapToLong(QuoteLine::cents).sum();
    }

    /** Groups in which something is to be paid, in the order in which they are paid. */
    public List<String> payments() {
        return groups().stream().filter(group -> total(group) > 0).toList();
    }

    public List<String> groups() {
        return lines.stream().map(QuoteLine::group).distinct().toList();
    }

    public List<QuoteLine> of(String group) {
        return lines.stream().filter(line -> line.group().equals(group)).toList();
    }

    /** Codes of the fees that the agency has not confirmed. */
    public List<String> unconfirmed() {
        return lines.stream()
                .filter(line -> !line.confirmed())
                .map(QuoteLine::code)
                .toList();
    }
}
