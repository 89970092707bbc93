package fairway.passwords;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Slow hashes.
 *
 * @param memory kibibytes that one hash takes; changed ones are made anew at the next sign-in
 * @param rounds how often one hash goes through that memory
 * @param queue how many people may wait for a hash before the next is asked to come back
 * @param algorithm {@code argon2id}, or {@code pbkdf2} for installations that must use validated cryptography
 * @param iterations how many times PBKDF2 goes over a secret
 * @param provider name of the security provider that makes PBKDF2 hashes; empty means the platform’s first
 */
@ConfigurationProperties("fairway.passwords")
record PasswordsSettings(
        @DefaultValue("47104") int memory,
        @DefaultValue("1") int rounds,
        @DefaultValue("16") int queue,
        @DefaultValue("argon2id") Algorithm algorithm,
        @DefaultValue("210000") int iterations,
        @DefaultValue("") String provider) {
    private static final int LEAST_ITERATIONS = 210_000;

    enum Algorithm {
        ARGON2ID,
        PBKDF2
    }

    /** The least that OWASP ASVS 5.0 takes: memory for one, two, and three or more rounds; iterations of PBKDF2-HMAC-SHA512. */
    PasswordsSettings {
        int least = switch (rounds) {
            case 1 -> 47_104;
            case 2 -> 19_456;
            default -> 12_288;
        };
        if (rounds < 1 || memory < least || queue < 1 || iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException("Hashes too cheap to be safe: " + memory + " KiB, " + rounds
                    + " rounds, " + iterations + " iterations");
        }
    }

    Cost cost() {
        return switch (algorithm) {
            case ARGON2ID -> new Cost.Argon2(memory, rounds);
            case PBKDF2 -> new Cost.Pbkdf2(iterations, provider).proven();
        };
    }
}
