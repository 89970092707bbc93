package fairway.passwords;

import java.util.List;

/** One rule that a new password does not meet. */
public enum Unmet {
    TOO_LONG,
    LENGTH,
    LENGTH_15,
    UPPER,
    LOWER,
    SPECIAL,
    COMMON,
    ABOUT_YOU,
    GUESSABLE;

    /** As the page's script names the four rules that it shows live. */
    public static final List<String> LIVE = List.of("length8", "upper", "lower", "special");
}
