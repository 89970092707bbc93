package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions read beside the start. */
class LaterTests {
    @Test
    void who_asks_before_they_are_read_waits_for_them() {
        var forms = Forms.bundled(Thread::startVirtualThread, house());
        assertThat(forms.all()).hasSameSizeAs(Forms.bundled().all());
        forms.ready();
    }

    @Test
    void a_broken_edition_is_said_to_whoever_waits(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("index.yaml"), "editions: [i-999/2026-01-01]\n");
        var tasks = new ArrayList<Runnable>();
        var forms = Forms.later(YamlFiles.in(folder), tasks::add, house());
        assertThatThrownBy(tasks.getFirst()::run).isInstanceOf(BadEdition.class);
        assertThatThrownBy(forms::ready).isInstanceOf(BadEdition.class).hasMessageContaining("missing");
        assertThatThrownBy(forms::all).isInstanceOf(BadEdition.class);
    }

    @Test
    void a_level_that_cannot_be_is_said_to_whoever_waits_and_to_nobody_else() {
        var tasks = new ArrayList<Runnable>();
        var forms = Forms.bundled(tasks::add, house("i-765 I765-99 BLOCK"));
        tasks.getFirst().run();
        assertThatThrownBy(forms::ready).isInstanceOf(Level.Refused.class).hasMessageContaining("I765-99");
    }

    private static Forms.House house(String... levels) {
        return new Forms.House(List.of(levels), false);
    }
}
