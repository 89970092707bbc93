package fairway.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A fingerprint as a column keeps it: 32 bytes as they were first made, or two bytes for the number of its layer and 32. */
final class Layered {
    static final int BARE = 32;
    private static final int LONG = BARE + Short.BYTES;

    private Layered() {}

    static byte[] of(int number, byte[] value) {
        return ByteBuffer.allocate(LONG).put(prefix(number)).put(value).array();
    }

    static byte[] prefix(int number) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) number).array();
    }

    static int number(byte[] kept) {
        return kept.length == LONG ? ByteBuffer.wrap(kept).getShort() : 1;
    }

    static byte[] value(byte[] kept) {
        return kept.length == LONG ? Arrays.copyOfRange(kept, Short.BYTES, LONG) : kept;
    }
}
