package fairway.documents;

import fairway.documents.Structure.Objection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;

/** TIFF by its directories, one per page. */
final class Tiffs {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int SHORT = 3;

    private Tiffs() {}

    /** How many pages, and the pixels of the largest. */
    record Found(int pages, long largest) {}

    static Found read(byte[] content, int mostPages) throws Objection {
        var in = ByteBuffer.wrap(content).order(content[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (content.length < 8 || in.getShort(2) != 42) {
            throw new Objection(Refusal.DAMAGED);
        }
        var seen = new HashSet<Long>();
        long largest = 0;
        for (long at = offset(in, 4); at != 0; at = next(in, (int) at)) {
            if (at + 2 > content.length || !seen.add(at)) {
                throw new Objection(Refusal.DAMAGED);
            }
            if (seen.size() > mostPages) {
                throw new Objection(Refusal.PAGES, mostPages);
            }
            largest = Math.max(largest, pixels(in, (int) at));
        }
        if (largest == 0) {
            throw new Objection(Refusal.DAMAGED);
        }
        return new Found(seen.size(), largest);
    }

    private static long pixels(ByteBuffer in, int directory) throws Objection {
        int entries = in.getShort(directory) & 0xffff;
        if (directory + 2L + entries * 12L + 4 > in.limit()) {
            throw new Objection(Refusal.DAMAGED);
        }
        long width = 0;
        long height = 0;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            int tag = in.getShort(entry) & 0xffff;
            long value = in.getShort(entry + 2) == SHORT ? in.getShort(entry + 8) & 0xffff : offset(in, entry + 8);
            width = tag == WIDTH ? value : width;
            height = tag == HEIGHT ? value : height;
        }
        return width * height;
    }

    private static long next(ByteBuffer in, int directory) {
        return offset(in, directory + 2 + (in.getShort(directory) & 0xffff) * 12);
    }

    private static long offset(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffffffffL;
    }
}
