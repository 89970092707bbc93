package fairway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path temporary;

    @Test
    void only_the_owner_may_read_what_is_generated() throws IOException {
        var folder = new KeyFolder(temporary.resolve("keys"));
        folder.generate(KeyKind.KEK, 1, RANDOM, NOW);
        assertThat(folder.keys(KeyKind.KEK).firstEntry().getValue().secret()).hasSize(32);
        assertThat(folder.keys(KeyKind.MAC)).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.folder().resolve("kek-1.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_key_is_never_written_over() {
        var folder = new KeyFolder(temporary);
        folder.generate(KeyKind.KEK, 1, RANDOM, NOW);
        assertThatThrownBy(() -> folder.generate(KeyKind.KEK, 1, RANDOM, NOW)).isInstanceOf(VaultClosed.class);
    }

    @Test
    void a_damaged_file_is_named_and_its_content_is_not_repeated() throws IOException {
        Files.writeString(temporary.resolve("kek-1.key"), "c2VjcmV0");
        assertThatThrownBy(() -> new KeyFolder(temporary).keys(KeyKind.KEK))
                .isInstanceOf(VaultClosed.class)
                .hasMessageContaining("kek-1.key is damaged")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    @Tag("P13")
    void a_code_made_under_an_earlier_key_still_proves_true_after_a_new_key_came() {
        var folder = new KeyFolder(temporary);
        folder.generate(KeyKind.KEK, 1, RANDOM, NOW);
        folder.generate(KeyKind.MAC, 1, RANDOM, NOW);
        var before = ring(folder);
        var code = before.mac(before.current(KeyKind.MAC, NOW), "pepper", "x".getBytes(UTF_8));
        folder.generate(KeyKind.MAC, 2, RANDOM, NOW);
        var after = ring(folder);
        assertThat(after.current(KeyKind.MAC, NOW)).isEqualTo(2);
        assertThat(after.mac(1, "pepper", "x".getBytes(UTF_8))).isEqualTo(code);
        assertThat(after.mac(2, "pepper", "x".getBytes(UTF_8))).isNotEqualTo(code);
    }

    @Test
    @Tag("H10")
    void a_key_comes_into_force_at_its_time_and_what_was_made_before_still_proves_true_as_long_as_it_may_live() {
        var folder = new KeyFolder(temporary);
        folder.generate(KeyKind.MAC, 1, RANDOM, NOW);
        folder.generate(KeyKind.MAC, 2, RANDOM, NOW.plusSeconds(60));
        var ring = ring(folder);
        var code = ring.mac(1, "code", "x".getBytes(UTF_8));
        var life = Duration.ofMinutes(10);
        assertThat(ring.current(KeyKind.MAC, NOW.plusSeconds(59))).isOne();
        assertThat(ring.current(KeyKind.MAC, NOW.plusSeconds(60))).isEqualTo(2);
        assertThat(ring.macs(NOW.plusSeconds(60), life, "code", "x".getBytes(UTF_8)))
                .hasSize(2)
                .anySatisfy(made -> assertThat(made).isEqualTo(code));
        assertThat(ring.macs(NOW.plusSeconds(661), life, "code", "x".getBytes(UTF_8)))
                .hasSize(1);
    }

    @Test
    @Tag("H10")
    void a_kept_fingerprint_is_raised_layer_by_layer_without_knowing_of_what_it_is() {
        var folder = new KeyFolder(temporary);
        folder.generate(KeyKind.MAC, 1, RANDOM, NOW);
        var bare = ring(folder).fingerprint("email", "ana@example.org");
        assertThat(ring(folder).layered(bare, 1)).isEqualTo(bare);
        folder.generate(KeyKind.FINGERPRINT, 2, RANDOM, NOW);
        folder.generate(KeyKind.FINGERPRINT, 3, RANDOM, NOW);
        var ring = ring(folder);
        assertThat(ring.fingerprint("email", "ana@example.org")).isEqualTo(bare);
        assertThat(ring.raised(bare, 3)).isEqualTo(ring.layered(bare, 3)).isNotEqualTo(ring.layered(bare, 2));
        assertThat(ring.raised(ring.layered(bare, 2), 3)).isEqualTo(ring.layered(bare, 3));
        assertThat(ring.layered(bare, 2)).hasSize(34).startsWith(0, 2);
    }

    @Test
    @Tag("H10")
    void a_key_put_into_the_folder_while_we_run_is_noticed_within_seconds() {
        var folder = new KeyFolder(temporary);
        folder.generate(KeyKind.KEK, 1, RANDOM, NOW);
        folder.generate(KeyKind.MAC, 1, RANDOM, NOW);
        var time = new AtomicReference<>(NOW);
        var rings = new KeyRings(folder, time::get);
        folder.generate(KeyKind.MAC, 2, RANDOM, NOW.plusSeconds(60));
        time.set(NOW.plusSeconds(16));
        assertThat(rings.now().of(KeyKind.MAC)).containsOnlyKeys(1, 2);
        assertThat(rings.current(KeyKind.MAC)).isOne();
        time.set(NOW.plusSeconds(61));
        assertThat(rings.current(KeyKind.MAC)).isEqualTo(2);
    }

    private static KeyRing ring(KeyFolder folder) {
        Map<KeyKind, NavigableMap<Integer, StoredKey>> keys = new EnumMap<>(KeyKind.class);
        for (var kind : KeyKind.values()) {
            keys.put(kind, folder.keys(kind));
        }
        return new KeyRing(keys);
    }
}
