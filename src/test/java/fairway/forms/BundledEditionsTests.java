package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BundledEditionsTests {
    private final Forms forms = Forms.bundled();

    @Test
    void every_edition_in_the_product_loads() {
        assertThat(forms.all()).isNotEmpty();
    }

    @Test
    void the_current_edition_is_the_newest_that_is_accepted() {
        assertThat(forms.current("i-765", LocalDate.of(2026, 11, 1)).header().edition())
                .isEqualTo(LocalDate.of(2025, 8, 21));
    }
}
