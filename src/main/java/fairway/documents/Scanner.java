package fairway.documents;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malware; a scanner that is elsewhere is asked by a job, never while a person waits. */
interface Scanner {
    boolean elsewhere();

    Finding scan(InputStream content) throws IOException;

    /** What it found, and who says so: engine and the age of its signatures. */
    record Finding(Verdict verdict, String by) {}
}
