package fairway.cases;

import java.util.function.LongBinaryOperator;

/**
 * A keyed permutation of the numbers below {@code radix * radix}: a Feistel network over two digits of that radix, so every
 * number is met exactly once and none needs a second try.
 *
 * @param keyed pseudo-random function of (round, half)
 */
record Scramble(long radix, LongBinaryOperator keyed) {
    private static final int ROUNDS = 10;

    /** How many neighbours in the order of issue may not be neighbours in number. */
    private static final int WINDOW = 8;

    long size() {
        return radix * radix;
    }

    long of(long index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("no numbers left");
        }
        long left = index / radix;
        long right = index % radix;
        for (int round = 0; round < ROUNDS; round++) {
            long next = Math.floorMod(left + keyed.applyAsLong(round, right), radix);
            left = right;
            right = next;
        }
        return left * radix + right;
    }

    /** Whether this place in the order stays empty, because its number would touch that of a place shortly before. */
    boolean leftOut(long index) {
        long number = of(index);
        for (long before = Math.max(0, index - WINDOW); before < index; before++) {
            if (Math.abs(of(before) - number) == 1) {
                return true;
            }
        }
        return false;
    }
}
