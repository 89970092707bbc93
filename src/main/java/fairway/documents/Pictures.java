package fairway.documents;

import fairway.documents.Structure.Objection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.zip.CRC32;

/** JPEG and PNG by their outer structure: whole, and how many pixels, without decoding one. */
final class Pictures {
    private static final Set<Integer> NO_FRAME = Set.of(0xC4, 0xC8, 0xCC);

    private Pictures() {}

    /** Pixels of the picture; phones put more behind its end, which is left alone. */
    static long jpeg(byte[] in) throws Objection {
        int at = 2;
        long pixels = 0;
        while (at + 4 <= in.length && (in[at] & 0xff) == 0xFF) {
            int marker = in[at + 1] & 0xff;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (int) Bytes.number(in, at + 2, 2);
            if (length < 2 || at + 2 + length > in.length) {
                throw new Objection(Refusal.DAMAGED);
            }
            if (marker >= 0xC0 && marker <= 0xCF && !NO_FRAME.contains(marker) && length >= 8) {
                pixels = Math.max(pixels, Bytes.number(in, at + 5, 2) * Bytes.number(in, at + 7, 2));
            }
            at += 2 + length;
            if (marker == 0xDA) {
                return ended(in, at, pixels);
            }
        }
        throw new Objection(Refusal.DAMAGED);
    }

    /** Which way up the camera was held, by Exif, 1 to 8; 1 where it does not say. */
    static int orientation(byte[] in) {
        int exif = Bytes.find(in, new byte[] {'E', 'x', 'i', 'f', 0, 0}, 0);
        int start = exif + 6;
        if (exif < 0 || exif > 65_536 || start + 10 > in.length) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(in, start, in.length - start).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = fits(tiff, directory, 2) ? tiff.getShort(directory) & 0xffff : 0;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (!fits(tiff, entry, 12)) {
                return 1;
            }
            int value = tiff.getShort(entry + 8);
            if (tiff.getShort(entry) == 0x0112 && value >= 1 && value <= 8) {
                return value;
            }
        }
        return 1;
    }

    private static boolean fits(ByteBuffer in, int at, int length) {
        return at >= 8 && at <= in.limit() - length;
    }

    private static long ended(byte[] in, int from, long pixels) throws Objection {
        if (pixels == 0 || Bytes.find(in, new byte[] {(byte) 0xFF, (byte) 0xD9}, from) < 0) {
            throw new Objection(Refusal.DAMAGED);
        }
        return pixels;
    }

    /** Pixels of the picture; every chunk is whole and nothing follows the last. */
    static long png(byte[] in) throws Objection {
        int at = 8;
        long pixels = 0;
        while (at + 12 <= in.length) {
            long length = Bytes.number(in, at, 4);
            if (length > in.length - at - 12 || !sound(in, at, (int) length)) {
                throw new Objection(Refusal.DAMAGED);
            }
            long kind = Bytes.number(in, at + 4, 4);
            if (kind == 0x49484452 && length >= 8) {
                pixels = Bytes.number(in, at + 8, 4) * Bytes.number(in, at + 12, 4);
            }
            at += 12 + (int) length;
            if (kind == 0x49454E44) {
                if (at != in.length) {
                    throw new Objection(Refusal.MIXED);
                }
                return pixels;
            }
        }
        throw new Objection(Refusal.DAMAGED);
    }

    private static boolean sound(byte[] in, int at, int length) {
        var sum = new CRC32();
        sum.update(in, at + 4, length + 4);
        return sum.getValue() == Bytes.number(in, at + 8 + length, 4);
    }
}
