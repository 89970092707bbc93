package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Forms;
import fairway.legal.LegalTexts;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FIL-8")
class DeclarationsTests {
    private static final String SIGNATURE = "preparer.signature";
    private final Declarations declarations = new Declarations(new LegalTexts("demonstration"));
    private final fairway.forms.FormPage page = Forms.bundled()
            .edition("i-765", "2025-08-21")
            .page("preparer_signature")
            .orElseThrow();
    private final Words signed = Words.of(Map.of(SIGNATURE, Map.of("name", "Grace Abbott")));

    @Test
    void a_signature_stands_under_the_text_it_was_given_for() {
        var stamped = declarations.stamped("i-765", page, signed);

        assertThat(declarations.standing("i-765", page, stamped)).containsKey(SIGNATURE);
    }

    @Test
    void what_is_typed_without_signing_signs_nothing_and_ends_a_signature_by_another_name() {
        var stamped = declarations.stamped("i-765", page, signed);
        var other = Words.of(Map.of(SIGNATURE, Map.of("name", "Grace A")));

        assertThat(declarations.typed(page, signed, Words.NONE)).isEqualTo(signed);
        assertThat(declarations.unsigned("i-765", page, signed)).isTrue();
        assertThat(declarations.typed(page, signed, stamped)).isEqualTo(stamped);
        assertThat(declarations.unsigned("i-765", page, stamped)).isFalse();
        assertThat(declarations.typed(page, other, stamped)).isEqualTo(other);
    }

    @Test
    void under_another_text_it_has_to_be_given_again() {
        var old = signed.with(SIGNATURE, Map.of("name", "Grace Abbott", "~text", "0".repeat(64)));

        assertThat(declarations.standing("i-765", page, old)).isEmpty();
        assertThat(declarations.standing("i-765", page, signed)).isEmpty();
    }
}
