package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger keeps of a failure, what a reply means, and how much of an address is shown. */
@Tag("CAS-3")
class ReasonTests {
    @ParameterizedTest
    @EnumSource(Reason.Code.class)
    void every_reason_is_read_back_with_what_the_machine_said(Reason.Code code) {
        assertThat(Reason.of(code).stored()).isEqualTo(code.name());
        assertThat(Reason.read(code.name())).isEqualTo(Reason.of(code));
        var told = Reason.of(code, "550 no such user");
        assertThat(told.stored()).isEqualTo(code.name() + " 550 no such user");
        assertThat(Reason.read(told.stored())).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spool: FileAlreadyExistsException", "TOO_LATER 5", " TOO_LATE", "too_late"})
    void what_was_kept_before_there_were_codes_stays_a_sentence(String kept) {
        assertThat(Reason.read(kept)).isEqualTo(new Reason.Sentence(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "Stop,STOP",
        "' STOP. ',STOP",
        "Basta,STOP",
        "Sí,START",
        "start,START",
        "¿Ayuda?,HELP",
        "HELP,HELP",
        "stop it please,OTHER",
        "'',OTHER",
        "???,OTHER"
    })
    void words_are_read_as_people_type_them(String typed, ReplyWord word) {
        assertThat(ReplyWord.read(typed)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"¡Alto!,true", "sí,true", "AYUDA,true", "stop,false", "'',false"})
    void a_reply_in_spanish_is_answered_in_spanish(String typed, boolean spanish) {
        assertThat(ReplyWord.spanish(typed)).isEqualTo(spanish);
    }

    @Test
    void an_address_is_shown_as_far_as_its_owner_needs_it() {
        assertThat(Unreached.halfHidden(Channel.EMAIL, "ana@example.org")).isEqualTo("a•••@example.org");
        assertThat(Unreached.halfHidden(Channel.EMAIL, "a@example.org")).isEqualTo("a•••@example.org");
        assertThat(Unreached.halfHidden(Channel.EMAIL, "@example.org")).isEqualTo("•••");
        assertThat(Unreached.halfHidden(Channel.EMAIL, "nowhere")).isEqualTo("•••");
        assertThat(Unreached.halfHidden(Channel.TEXT, "+12025550142")).isEqualTo("••• 0142");
        assertThat(Unreached.halfHidden(Channel.TEXT, "142")).isEqualTo("••• 142");
        assertThat(Unreached.halfHidden(Channel.LETTER, "12 Oak Street")).isEqualTo("•••");
    }
}
