package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.ui.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-5")
class HistoryTests {
    @Test
    void every_code_that_is_shown_has_its_words_and_none_is_about_fraud() {
        var texts = new Texts();
        assertThat(History.SHOWN)
                .allMatch(code -> texts.has("settings.history." + code))
                .noneMatch(code -> code.contains("fraud") || code.contains("protected"));
    }
}
