package fairway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Stands in where no scanner is installed: knows the EICAR test file and says of everything else that it was not scanned. */
final class NoScanner implements Scanner {
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
        var found = Bytes.find(content.readAllBytes(), TEST_FILE, 0) >= 0;
        return found ? new Finding(Verdict.INFECTED, "eicar-test") : new Finding(Verdict.NOT_SCANNED, "none");
    }
}
