package fairway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionRulesTests {
    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("fairway.production", "true")
            .withProperty("fairway.delivery.email", "smtp")
            .withProperty("fairway.delivery.text", "http")
            .withProperty("fairway.delivery.letter", "spool")
            .withProperty("fairway.allow-demo.payments.processor", "true")
            .withProperty("fairway.ui.agency", "Office of the Test")
            .withProperty("fairway.documents.clamd", "127.0.0.1:3310")
            .withProperty("fairway.ui.email", "help@example.org")
            .withProperty("fairway.ui.phone", "1-800-555-0100")
            .withProperty("fairway.base-url", "https://account.example.org");

    @TempDir
    Path legalTexts;

    @BeforeEach
    void the_operators_texts() throws IOException {
        OwnTextsTests.write(legalTexts);
        settings.setProperty("fairway.legal.texts", legalTexts.toString());
    }

    @Test
    void a_complete_real_installation_starts() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_demonstration_may_use_every_stand_in() {
        assertThatCode(() -> new ProductionRules(new MockEnvironment()).afterPropertiesSet())
                .doesNotThrowAnyException();
    }

    @Test
    void a_real_installation_refuses_the_outbox() {
        settings.setProperty("fairway.delivery.email", "OUTBOX");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("outbox page");
    }

    @Test
    void a_real_installation_refuses_the_built_in_card_page_under_whatever_name() {
        settings.setProperty("fairway.allow-demo.payments.processor", "false");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("charges nobody");
        settings.setProperty("fairway.payments.processor", "elsewhere");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("charges nobody");
    }

    @Test
    void a_real_installation_refuses_files_that_nobody_scans() {
        settings.setProperty("fairway.documents.clamd", "");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("fairway.documents.clamd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fairway.payments.accept-unconfirmed", "fairway.forms.accept-unconfirmed"})
    void a_real_installation_takes_no_fee_and_no_edition_that_is_not_confirmed(String setting) {
        settings.setProperty(setting, "true");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining(setting);
        settings.setProperty(setting, "false");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_stand_in_may_be_allowed_explicitly() {
        settings.setProperty("fairway.delivery.email", "outbox");
        settings.setProperty("fairway.allow-demo.delivery.email", "true");
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_real_installation_needs_its_operators_words() {
        settings.setProperty("fairway.ui.phone", "");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("fairway.ui.phone");
    }

    @Test
    void a_real_installation_refuses_demonstration_texts_and_incomplete_ones() throws IOException {
        Files.delete(legalTexts.resolve("privacy.yaml"));
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("privacy.yaml");
        settings.setProperty("fairway.legal.texts", "demonstration");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("demonstration texts");
    }

    private void start() {
        new ProductionRules(settings).afterPropertiesSet();
    }
}
