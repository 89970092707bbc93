package fairway.vault;

/** The three kinds of keys that lie in the key folder, each changed on its own. */
public enum KeyKind {
    /** Wraps the data keys. */
    KEK("kek"),
    /** Stands behind password hashes, one-time codes and signed pages. */
    MAC("mac"),
    /** A further layer over fingerprints that are kept in columns; there is none until the first change. */
    FINGERPRINT("fingerprint");

    private final String file;

    KeyKind(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
