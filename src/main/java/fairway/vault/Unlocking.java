package fairway.vault;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the key folder at the start, and refuses to start on keys that are not those of the database. */
@Configuration(proxyBeanMethods = false)
class Unlocking {
    /** The data key of rows that belong to nobody; its row also proves that folder and database belong together. */
    static final UUID INSTALLATION = new UUID(0, 1);

    @Bean
    KeyRings keyRings(VaultSettings settings, DataKeys dataKeys, SecureRandom random, InstantSource clock) {
        if (settings.keys() == null) {
            throw new VaultClosed(
                    "The vault has no key folder: set fairway.vault.keys to a folder outside the database.");
        }
        var folder = new KeyFolder(settings.keys());
        var known = dataKeys.find(INSTALLATION);
        if (known.isEmpty()) {
            first(KeyKind.KEK, folder, random, clock);
            first(KeyKind.MAC, folder, random, clock);
        }
        refuseMissing(folder, dataKeys);
        var rings = new KeyRings(folder, clock);
        if (known.isEmpty()) {
            var secret = new byte[KeyFolder.SIZE];
            random.nextBytes(secret);
            int kek = rings.current(KeyKind.KEK);
            dataKeys.add(
                    new WrappedKey(INSTALLATION, rings.now().wrap(INSTALLATION, secret, kek), kek), clock.instant());
        }
        prove(rings.now(), dataKeys, folder);
        remember(rings, dataKeys);
        return rings;
    }

    /** A key without which hashes and fingerprints mean nothing must not be lost unnoticed. */
    static void remember(KeyRings rings, DataKeys dataKeys) {
        for (var kind : new KeyKind[] {KeyKind.MAC, KeyKind.FINGERPRINT}) {
            rings.now().of(kind).keySet().forEach(number -> dataKeys.know(kind, number, rings.time()));
        }
    }

    /** When a key made now comes into force where others of us run: after all of them have seen it. */
    static final Duration NOTICE = Duration.ofMinutes(1);

    private static void first(KeyKind kind, KeyFolder folder, SecureRandom random, InstantSource clock) {
        if (folder.keys(kind).isEmpty()) {
            folder.generate(kind, 1, random, clock.instant());
        }
    }

    private static void refuseMissing(KeyFolder folder, DataKeys dataKeys) {
        if (folder.keys(KeyKind.KEK).isEmpty() || folder.keys(KeyKind.MAC).isEmpty()) {
            throw new VaultClosed("The vault's keys are missing from " + folder.folder()
                    + ", but the database holds values sealed with them: put the key folder of this database back.");
        }
        var there = folder.names();
        for (var needed : dataKeys.needed()) {
            if (!there.contains(needed + ".key")) {
                throw new VaultClosed("The vault's key " + needed + " is missing from " + folder.folder()
                        + ": put the key folder of this database back.");
            }
        }
    }

    private static void prove(KeyRing ring, DataKeys dataKeys, KeyFolder folder) {
        var stored = dataKeys.find(INSTALLATION).orElseThrow();
        try {
            ring.unwrap(stored.id(), stored.kek(), stored.wrapped());
        } catch (SealBroken e) {
            throw new VaultClosed("The vault's key kek-" + stored.kek() + " in " + folder.folder()
                    + " is not the one this database was sealed with: put the right key folder back.");
        }
    }
}
