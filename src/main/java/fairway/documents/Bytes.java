package fairway.documents;

/** Looking for bytes in bytes. */
final class Bytes {
    private Bytes() {}

    static int find(byte[] in, byte[] what, int from) {
        for (int i = Math.max(from, 0); i <= in.length - what.length; i++) {
            if (in[i] == what[0] && matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    static int findLast(byte[] in, byte[] what) {
        for (int i = in.length - what.length; i >= 0; i--) {
            if (matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    static boolean matches(byte[] in, byte[] what, int at) {
        if (at < 0 || at + what.length > in.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** Big-endian. */
    static long number(byte[] in, int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = (value << 8) | (in[at + i] & 0xff);
        }
        return value;
    }
}
