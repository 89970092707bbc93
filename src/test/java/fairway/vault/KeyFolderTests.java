package fairway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path temporary;

    @Test
    void only_the_owner_may_read_what_is_generated() throws IOException {
        var folder = new KeyFolder(temporary.resolve("keys"));
        folder.generate("kek", 1, RANDOM);
        assertThat(folder.keys("kek").firstEntry().getValue()).hasSize(32);
        assertThat(folder.keys("mac")).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.folder().resolve("kek-1.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_key_is_never_written_over() {
        var folder = new KeyFolder(temporary);
        folder.generate("kek", 1, RANDOM);
        assertThatThrownBy(() -> folder.generate("kek", 1, RANDOM)).isInstanceOf(VaultClosed.class);
    }

    @Test
    void a_damaged_file_is_named_and_its_content_is_not_repeated() throws IOException {
        Files.writeString(temporary.resolve("kek-1.key"), "c2VjcmV0");
        assertThatThrownBy(() -> new KeyFolder(temporary).keys("kek"))
                .isInstanceOf(VaultClosed.class)
                .hasMessageContaining("kek-1.key is damaged")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    @Tag("P13")
    void a_code_made_under_an_earlier_key_still_proves_true_after_a_new_key_came() {
        var folder = new KeyFolder(temporary);
        folder.generate("kek", 1, RANDOM);
        folder.generate("mac", 1, RANDOM);
        var before = new KeyRing(folder.keys("kek"), folder.keys("mac"));
        var code = before.mac(before.currentMac(), "pepper", "x".getBytes(UTF_8));
        folder.generate("mac", 2, RANDOM);
        var after = new KeyRing(folder.keys("kek"), folder.keys("mac"));
        assertThat(after.currentMac()).isEqualTo(2);
        assertThat(after.mac(1, "pepper", "x".getBytes(UTF_8))).isEqualTo(code);
        assertThat(after.mac(2, "pepper", "x".getBytes(UTF_8))).isNotEqualTo(code);
    }
}
