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
        foreign.generate(KeyKind.KEK, 1, random, clock.instant());
        foreign.generate(KeyKind.MAC, 1, random, clock.instant());
        var known = dataKeys.needed().size();
        for (int number = 2; number <= known; number++) {
            foreign.generate(KeyKind.KEK, number, random, clock.instant());
            foreign.generate(KeyKind.MAC, number, random, clock.instant());
            foreign.generate(KeyKind.FINGERPRINT, number, random, clock.instant());
        }
        assertClosed(temporary, "is not the one this database was sealed with");
    }

    @Test
    @Tag("H10")
    void the_start_fails_with_one_line_when_a_key_that_was_once_used_is_lost() {
        var foreign = new KeyFolder(temporary);
        foreign.generate(KeyKind.KEK, 1, random, clock.instant());
        foreign.generate(KeyKind.MAC, 1, random, clock.instant());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            dataKeys.know(KeyKind.FINGERPRINT, 77, clock.instant());
            assertClosed(temporary, "fingerprint-");
        });
    }

    @Test
    @Tag("H10")
    void the_database_holds_no_key_in_the_clear() {
        var kek = Objects.requireNonNull(new KeyFolder(Objects.requireNonNull(settings.keys()))
                        .keys(KeyKind.KEK)
                        .get(1))
                .secret();
        vault.newKey();
        var rows = db.sql("select wrapped from vault.data_key where wrapped is not null")
                .query((row, n) -> new String(row.getBytes(1), ISO_8859_1))
                .list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).hasSize(1 + 12 + 32 + 16).doesNotContain(new String(kek, ISO_8859_1)));
        assertThat(vault.openGlobal(vault.sealGlobal("live".getBytes(UTF_8), "g"), "g"))
                .isEqualTo("live".getBytes(UTF_8));
    }

    private void assertClosed(@Nullable Path folder, String message) {
        var wrong = new VaultSettings(folder, 10, Duration.ofMinutes(1));
        assertThatThrownBy(() -> new Unlocking().keyRings(wrong, dataKeys, random, clock))
                .isInstanceOf(VaultClosed.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
