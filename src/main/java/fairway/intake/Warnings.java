package fairway.intake;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells whose filing it is that somebody tried until we stopped it: by post, or in the account it is in by now. */
@Service
class Warnings {
    private final PaperFiles files;
    private final AccessLetters letters;
    private final Claims claims;

    Warnings(PaperFiles files, AccessLetters letters, Claims claims) {
        this.files = files;
        this.letters = letters;
        this.claims = claims;
    }

    /** Nothing where there is no such filing. */
    @Transactional
    public void locked(UUID filing, UUID cause) {
        files.find(filing).ifPresent(file -> {
            if (file.claimedBy() == null) {
                letters.warn(file, cause);
            } else {
                claims.refused(file);
            }
        });
    }
}
