package fairway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Stands in where no scanner is installed: knows the EICAR test file and says of everything else that it was not scanned. */
final class NoScanner implements Scanner {
    private static final int PIECE = 65_536;
    /** In two halves, so that scanners do not take this program for the test file. */
    private static final byte[] TEST_FILE = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"
                    + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public boolean elsewhere() {
        return false;
    }

    @Override
    public Finding scan(InputStream content) throws IOException {
        var window = new byte[TEST_FILE.length - 1 + PIECE];
        int kept = 0;
        for (int n = content.readNBytes(window, kept, PIECE); n > 0; n = content.readNBytes(window, kept, PIECE)) {
            int filled = kept + n;
            if (Bytes.find(Arrays.copyOf(window, filled), TEST_FILE, 0) >= 0) {
                return new Finding(Verdict.INFECTED, "eicar-test");
            }
            kept = Math.min(filled, TEST_FILE.length - 1);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
        return new Finding(Verdict.NOT_SCANNED, "none");
    }
}
