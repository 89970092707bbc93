package fairway.passwords;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Slow hashes.
 *
 * @param memory kibibytes that one hash takes; changed ones are made anew at the next sign-in
 * @param rounds how often one hash goes through that memory
 * @param queue how many people may wait for a hash before the next is asked to come back
 */
@ConfigurationProperties("fairway.passwords")
record PasswordsSettings(
        @DefaultValue("47104") int memory,
        @DefaultValue("1") int rounds,
        @DefaultValue("16") int queue) {
    /** The least memory for one, two, and three or more rounds that OWASP ASVS 5.0 takes. */
    PasswordsSettings {
        int least = switch (rounds) {
            case 1 -> 47_104;
            case 2 -> 19_456;
            default -> 12_288;
        };
        if (rounds < 1 || memory < least || queue < 1) {
            throw new IllegalArgumentException(
                    "Hashes too cheap to be safe: " + memory + " KiB, " + rounds + " rounds");
        }
    }
}
