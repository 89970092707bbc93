package fairway.drafts;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** Width and height of a JPEG or PNG as its header says; not a pixel is decoded. */
record PixelSize(int width, int height) {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int JPEG = 0xFFD8;
    private static final Set<Integer> NO_FRAME = Set.of(0xC4, 0xC8, 0xCC);

    /** Empty for other files and broken ones. */
    static Optional<PixelSize> read(InputStream file) throws IOException {
        var in = new DataInputStream(file);
        try {
            int start = in.readUnsignedShort();
            if (start == JPEG) {
                return jpeg(in);
            }
            var png = (((long) start << 48) | ((long) in.readUnsignedShort() << 32) | (in.readInt() & 0xFFFFFFFFL))
                    == PNG;
            if (!png) {
                return Optional.empty();
            }
            in.readLong();
            return Optional.of(new PixelSize(in.readInt(), in.readInt()));
        } catch (EOFException tooShort) {
            return Optional.empty();
        }
    }

    private static Optional<PixelSize> jpeg(DataInputStream in) throws IOException {
        while (in.readUnsignedByte() == 0xFF) {
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            if (marker >= 0xC0 && marker <= 0xCF && !NO_FRAME.contains(marker)) {
                in.readUnsignedByte();
                int height = in.readUnsignedShort();
                return Optional.of(new PixelSize(in.readUnsignedShort(), height));
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
        return Optional.empty();
    }
}
