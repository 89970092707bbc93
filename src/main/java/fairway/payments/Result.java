package fairway.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page after the card page says. */
record Result(
        Pack pack,
        Kind kind,
        List<IntentView> payments,
        List<IntentView> refunds,
        String why,
        @Nullable Instant at) {

    enum Kind {
        RECEIVED,
        PARTLY,
        ASKING,
        NOT_RECEIVED,
        STILL_OPEN
    }

    static Result owed(Pack pack, List<IntentView> payments, List<IntentView> refunds) {
        boolean open = payments.stream().anyMatch(Result::open);
        return new Result(
                pack, open ? Kind.STILL_OPEN : Kind.NOT_RECEIVED, payments, refunds, open ? "" : why(payments), null);
    }

    static Result partly(Pack pack, List<IntentView> payments, List<IntentView> refunds) {
        return new Result(pack, Kind.PARTLY, payments, refunds, why(payments), null);
    }

    UUID id() {
        return pack.id();
    }

    long paid() {
        return payments.stream()
                .filter(IntentView::paid)
                .mapToLong(IntentView::cents)
                .sum();
    }

    long owed() {
        return payments.stream()
                .filter(each -> !each.paid())
                .mapToLong(IntentView::cents)
                .sum();
    }

    String key(String element) {
        return "payments.result." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + element;
    }

    /** The text key that says how the last attempt for an open payment ended, or empty when none was made. */
    private static String why(List<IntentView> payments) {
        for (var payment : payments) {
            var state = payment.state();
            if (state == IntentState.DECLINED) {
                return "payments.why." + payment.reason();
            }
            if (state == IntentState.CANCELLED || state == IntentState.EXPIRED) {
                return "payments.why." + state.name().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static boolean open(IntentView payment) {
        return payment.state() == IntentState.STARTED || payment.state() == IntentState.CREATED;
    }
}
