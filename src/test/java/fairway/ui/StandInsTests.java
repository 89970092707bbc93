package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class StandInsTests {
    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("fairway.ui.demo", "false")
            .withProperty("fairway.delivery.email", "smtp")
            .withProperty("fairway.delivery.text", "http")
            .withProperty("fairway.delivery.letter", "spool")
            .withProperty("fairway.payments.processor", "elsewhere");

    @Test
    void an_installation_where_everything_is_real_has_no_banner() {
        assertThat(new StandIns(settings).used()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fairway.delivery.email, outbox",
        "fairway.delivery.text, OUTBOX",
        "fairway.delivery.letter, Outbox",
        "fairway.payments.processor, built-in",
        "fairway.payments.processor, BUILT_IN",
        "fairway.ui.demo, true"
    })
    void one_stand_in_is_enough_for_the_banner_also_in_a_real_installation(String setting, String value) {
        settings.setProperty(setting, value);
        assertThat(new StandIns(settings).used()).isTrue();
    }

    @Test
    void what_nobody_set_is_a_stand_in() {
        assertThat(new StandIns(new MockEnvironment()).used()).isTrue();
    }
}
