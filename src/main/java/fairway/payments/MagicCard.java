package fairway.payments;

import java.util.Arrays;
import java.util.Optional;

/** The test cards of the built-in card page; each plays one thing that happens with real cards. */
enum MagicCard {
    APPROVED("4111111111111111"),
    DECLINED("4000000000000002"),
    NO_FUNDS("4000000000009995"),
    ABANDONED("4000000000000101"),
    SLOW("4000000000000200"),
    ANSWER_LOST("4000000000000309"),
    TOLD_TWICE("4000000000000408"),
    LATE("4000000000000507");

    private final String number;

    MagicCard(String number) {
        this.number = number;
    }

    static Optional<MagicCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    /** In groups of four, as printed on a card. */
    String shown() {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    String number() {
        return number;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    String key() {
        return "payments.card.magic." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
