package fairway.signin;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Telephones of invented people, each only once in a run. None has the area codes 202 and 415, which tests write out, and
 * none ends in 00 to 09 or 90 to 99, so that two digits of a number can be looked for.
 */
public final class TestPhones {
    private static final int ENDINGS = 80;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPhones() {}

    /** As {@code +15035550142}. */
    public static String next() {
        int number = COUNT.getAndIncrement();
        return String.format(Locale.ROOT, "+1%d55501%d", 500 + number / ENDINGS, 10 + number % ENDINGS);
    }
}
