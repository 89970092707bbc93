package fairway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
class VaultTests {
    private static final byte[] CANARY = "canary-4711-plaintext".getBytes(UTF_8);

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Test
    void what_was_sealed_opens_with_its_key_and_context() {
        var key = vault.newKey();
        assertThat(vault.open(key, vault.seal(key, CANARY, "a/1"), "a/1")).isEqualTo(CANARY);
        assertThat(vault.openGlobal(vault.sealGlobal(CANARY, "g"), "g")).isEqualTo(CANARY);
    }

    @Test
    void a_value_moved_to_another_row_or_key_does_not_open() {
        var key = vault.newKey();
        var sealed = vault.seal(key, CANARY, "a/1");
        assertThatThrownBy(() -> vault.open(key, sealed, "a/2")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> vault.open(vault.newKey(), sealed, "a/1")).isInstanceOf(SealBroken.class);
    }

    @Test
    void no_changed_byte_goes_unseen() {
        var key = vault.newKey();
        var sealed = vault.seal(key, CANARY, "a/1");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(key, changed, "a/1")).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> vault.open(key, new byte[0], "a/1")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_stream_opens_as_it_was_and_refuses_another_context_a_cut_and_a_change() throws IOException {
        var key = vault.newKey();
        var content = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(content);
        var sealed = new ByteArrayOutputStream();
        try (var out = vault.sealing(key, sealed, "file/1")) {
            out.write(content);
        }
        var bytes = sealed.toByteArray();
        assertThat(stream(key, bytes, "file/1")).isEqualTo(content);
        assertThatThrownBy(() -> stream(key, bytes, "file/2")).isInstanceOf(IOException.class);
        var cut = java.util.Arrays.copyOf(bytes, 2 * 1024 * 1024 + 41);
        assertThatThrownBy(() -> stream(key, cut, "file/1")).isInstanceOf(IOException.class);
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> stream(key, bytes, "file/1")).isInstanceOf(IOException.class);
    }

    @Test
    void a_destroyed_key_opens_nothing_any_more() {
        var key = vault.newKey();
        var sealed = vault.seal(key, CANARY, "a/1");
        vault.destroy(key);
        assertThatThrownBy(() -> vault.open(key, sealed, "a/1")).isInstanceOf(SealBroken.class);
        assertThat(db.sql("select wrapped is null from vault.data_key where id = :id")
                        .param("id", key)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_key_destroyed_elsewhere_is_forgotten_here_within_a_minute() {
        var key = vault.newKey();
        var sealed = vault.seal(key, CANARY, "a/1");
        db.sql("update vault.data_key set wrapped = null, destroyed_at = now() where id = :id")
                .param("id", key)
                .update();
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> vault.open(key, sealed, "a/1")).isInstanceOf(SealBroken.class);
    }

    @Test
    void fingerprints_repeat_for_the_same_value_and_differ_by_purpose() {
        assertThat(vault.fingerprint("email", "ana@example.org"))
                .hasSize(32)
                .isEqualTo(vault.fingerprint("email", "ana@example.org"))
                .isNotEqualTo(vault.fingerprint("phone", "ana@example.org"))
                .isNotEqualTo(vault.mac("email", "ana@example.org".getBytes(UTF_8)));
    }

    @Test
    void the_parts_of_a_code_cannot_shift() {
        assertThat(vault.mac("code", "ab".getBytes(UTF_8), "c".getBytes(UTF_8)))
                .isNotEqualTo(vault.mac("code", "a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
                .isEqualTo(vault.mac(vault.macKey(), "code", "ab".getBytes(UTF_8), "c".getBytes(UTF_8)));
    }

    private byte[] stream(java.util.UUID key, byte[] sealed, String context) throws IOException {
        try (var in = vault.opening(key, new ByteArrayInputStream(sealed), context)) {
            return in.readAllBytes();
        }
    }
}
