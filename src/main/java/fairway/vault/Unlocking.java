package fairway.vault;

import java.security.SecureRandom;
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
    KeyRing keyRing(VaultSettings settings, DataKeys dataKeys, SecureRandom random, InstantSource clock) {
        if (settings.keys() == null) {
            throw new VaultClosed(
                    "The vault has no key folder: set fairway.vault.keys to a folder outside the database.");
        }
        var folder = new KeyFolder(settings.keys());
        var known = dataKeys.find(INSTALLATION);
        if (known.isEmpty() && folder.keys("kek").isEmpty()) {
            folder.generate("kek", 1, random);
        }
        if (known.isEmpty() && folder.keys("mac").isEmpty()) {
            folder.generate("mac", 1, random);
        }
        var ring = read(folder);
        if (known.isEmpty()) {
            var secret = new byte[KeyFolder.SIZE];
            random.nextBytes(secret);
            dataKeys.add(
                    new WrappedKey(INSTALLATION, ring.wrap(INSTALLATION, secret), ring.currentKek()), clock.instant());
        }
        prove(ring, dataKeys, folder);
        return ring;
    }

    private static KeyRing read(KeyFolder folder) {
        var keks = folder.keys("kek");
        var macs = folder.keys("mac");
        if (keks.isEmpty() || macs.isEmpty()) {
            throw new VaultClosed("The vault's keys are missing from " + folder.folder()
                    + ", but the database holds values sealed with them: put the key folder of this database back.");
        }
        return new KeyRing(keks, macs);
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
