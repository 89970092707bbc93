package fairway.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
class UnlockingTests {
    @Autowired
    Vault vault;

    @Autowired
    VaultSettings settings;

    @Autowired
    DataKeys dataKeys;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @TempDir
    Path temporary;

    private final SecureRandom random = new SecureRandom();

    @Test
    void the_start_fails_with_one_line_when_the_key_folder_is_not_set_empty_or_of_another_installation() {
        assertClosed(null, "set fairway.vault.keys");
        assertClosed(temporary, "keys are missing from " + temporary);
        var foreign = new KeyFolder(temporary);
        foreign.generate("kek", 1, random);
        foreign.generate("mac", 1, random);
        assertClosed(temporary, "is not the one this database was sealed with");
    }

    @Test
    @Tag("H10")
    void a_new_wrapping_key_takes_over_every_data_key_while_sealed_values_stay_as_they_are() {
        var key = vault.newKey();
        var sealed = vault.seal(key, "live".getBytes(UTF_8), "a");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var keks = new TreeMap<>(new KeyFolder(Objects.requireNonNull(settings.keys())).keys("kek"));
            var macs = new KeyFolder(Objects.requireNonNull(settings.keys())).keys("mac");
            var fresh = new byte[KeyFolder.SIZE];
            random.nextBytes(fresh);
            keks.put(2, fresh);
            Rewrapping.rewrap(new KeyRing(keks, macs), dataKeys);
            keks.remove(1);
            var without = new KeyRing(keks, macs);
            var stored = dataKeys.find(key).orElseThrow();
            assertThat(stored.kek()).isEqualTo(2);
            var opened = new Ciphers(without.unwrap(key, stored.kek(), stored.wrapped())).open(sealed, "a");
            assertThat(opened).isEqualTo("live".getBytes(UTF_8));
            assertThat(dataKeys.notUnder(2, 10)).isEmpty();
        });
    }

    @Test
    @Tag("H10")
    void the_database_holds_no_key_in_the_clear() {
        var kek = new KeyFolder(Objects.requireNonNull(settings.keys()))
                .keys("kek")
                .get(1);
        vault.newKey();
        var rows = db.sql("select wrapped from vault.data_key where wrapped is not null")
                .query((row, n) -> new String(row.getBytes(1), ISO_8859_1))
                .list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).hasSize(1 + 12 + 32 + 16).doesNotContain(new String(kek, ISO_8859_1)));
    }

    private void assertClosed(@Nullable Path folder, String message) {
        var wrong = new VaultSettings(folder, 10, Duration.ofMinutes(1));
        assertThatThrownBy(() -> new Unlocking().keyRing(wrong, dataKeys, random, clock))
                .isInstanceOf(VaultClosed.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
