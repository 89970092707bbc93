package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    @Test
    void looks_at_one_case_in_a_row_are_one_line_and_nothing_else_is_hidden() {
        var noon = Instant.parse("2026-11-23T12:00:00Z");
        var lines = History.folded(List.of(
                look("FWY0000000001", noon),
                look("FWY0000000001", noon.minusSeconds(5)),
                look("FWY0000000001", noon.minusSeconds(9)),
                look("FWY0000000002", noon.minusSeconds(10)),
                line("signin.code.wrong", "", noon.minusSeconds(11)),
                line("signin.code.wrong", "", noon.minusSeconds(12)),
                look("FWY0000000002", noon.minusSeconds(13))));

        assertThat(lines).extracting(History.Line::times).containsExactly(3, 1, 1, 1, 1);
        assertThat(lines.getFirst().at()).isEqualTo(noon);
    }

    private static History.Line look(String receipt, Instant at) {
        return line("case.read", receipt, at);
    }

    private static History.Line line(String what, String receipt, Instant at) {
        return new History.Line(what, at, false, true, receipt, "", Map.of());
    }
}
