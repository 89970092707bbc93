package fairway.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * What is still on its way of a form whose answer is ready. A browser sends all it has before it reads: where nobody reads
 * on, the connection breaks under it and it shows that instead of the answer.
 */
@Component("documentsLeftover")
class Leftover {
    private static final long MOST = 100L << 20;
    private static final int AT_ONCE = 256;
    private static final int PIECE = 8_192;

    private final Semaphore lanes = new Semaphore(AT_ONCE);
    private final DocumentSettings settings;
    private final InstantSource clock;

    Leftover(DocumentSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads on to the end; gives up on what is far too long or too slow, and where too many are being read already. */
    void readAway(InputStream body) {
        if (!lanes.tryAcquire()) {
            return;
        }
        var end = clock.instant().plus(settings.longest());
        try {
            var piece = new byte[PIECE];
            long total = 0;
            for (int n = body.read(piece); n >= 0 && total < MOST; n = body.read(piece)) {
                total += n;
                if (clock.instant().isAfter(end)) {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        } finally {
            lanes.release();
        }
    }
}
