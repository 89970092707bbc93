package fairway.vault;

/**
 * A column whose values depend on keys of the vault. Its module contributes it as a bean; the vault brings it under a new key
 * and counts what is left.
 */
public record KeptColumn(String table, String column, Holds holds) {
    public enum Holds {
        /** What {@link Vault#kept} gave; the vault raises it to a new layer. */
        FINGERPRINT,
        /** Keyed hashes that say {@code $k=<number>$}; made anew when their owner comes by, never by us. */
        HASH
    }

    public static KeptColumn fingerprint(String table, String column) {
        return new KeptColumn(table, column, Holds.FINGERPRINT);
    }

    public static KeptColumn hash(String table, String column) {
        return new KeptColumn(table, column, Holds.HASH);
    }
}
