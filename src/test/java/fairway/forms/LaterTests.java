package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions read beside the start. */
class LaterTests {
    @Test
    void who_asks_before_they_are_read_waits_for_them() {
        var forms = Forms.bundled(Thread::startVirtualThread);
        assertThat(forms.all()).hasSameSizeAs(Forms.bundled().all());
        forms.ready();
    }

    @Test
    void a_broken_edition_is_said_to_whoever_waits(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.yaml"), "editions: [i-999/2026-01-01]\n");
        var tasks = new ArrayList<Runnable>();
        var forms = Forms.later(YamlFiles.in(folder), tasks::add);
        assertThatThrownBy(tasks.getFirst()::run).isInstanceOf(BadEdition.class);
        assertThatThrownBy(forms::ready).isInstanceOf(BadEdition.class).hasMessageContaining("missing");
        assertThatThrownBy(forms::all).isInstanceOf(BadEdition.class);
    }
}
