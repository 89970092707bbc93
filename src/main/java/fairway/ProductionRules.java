package fairway;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A real installation refuses to start on the stand-ins of a demonstration, unless it was told so explicitly. */
@Component
class ProductionRules implements InitializingBean {
    private static final String LEGAL_STAND_IN = "demonstration";
    /** No other card processor exists yet, so no word for one makes the built-in page a real one. */
    private static final String WHATEVER = "*";

    private static final List<Rule> RULES = List.of(
            new Rule("fairway.delivery.email", "outbox", "e-mail lands on the outbox page"),
            new Rule("fairway.delivery.text", "outbox", "text messages land on the outbox page"),
            new Rule("fairway.delivery.letter", "outbox", "letters land on the outbox page"),
            new Rule(
                    "fairway.payments.processor",
                    WHATEVER,
                    "cards are taken on the built-in page, which charges nobody"),
            new Rule("fairway.documents.clamd", "", "no malware scanner looks at what people upload"),
            new Rule(
                    "fairway.legal.texts",
                    LEGAL_STAND_IN,
                    "terms, statements and privacy notice are demonstration texts"));

    private static final List<String> UNCONFIRMED =
            List.of("fairway.payments.accept-unconfirmed", "fairway.forms.accept-unconfirmed");

    private static final List<String> OPERATOR =
            List.of("fairway.ui.agency", "fairway.ui.email", "fairway.ui.phone", "fairway.base-url");

    private final Environment settings;

    ProductionRules(Environment settings) {
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        if (!settings.getProperty("fairway.production", Boolean.class, false)) {
            return;
        }
        for (var rule : RULES) {
            if (rule.brokenBy(settings)) {
                throw new CannotStart("A real installation may not run while " + rule.consequence() + ": set "
                        + rule.setting() + ", or " + rule.permission() + "=true if that is meant");
            }
        }
        for (var unconfirmed : UNCONFIRMED) {
            if (settings.getProperty(unconfirmed, Boolean.class, false)) {
                throw new CannotStart("A real installation takes nothing that the agency has not confirmed: "
                        + unconfirmed + " is only for demonstrations");
            }
        }
        var texts = settings.getProperty("fairway.legal.texts", LEGAL_STAND_IN);
        if (!texts.equals(LEGAL_STAND_IN)) {
            new OwnTexts(Path.of(texts)).check();
        }
        var base = settings.getProperty("fairway.base-url", "");
        if (!base.isBlank() && !base.startsWith("https://") && !base.startsWith("http://localhost")) {
            throw new CannotStart(
                    "A real installation is reached over TLS only: fairway.base-url must begin with https://");
        }
        for (var needed : OPERATOR) {
            if (settings.getProperty(needed, "").isBlank()) {
                throw new CannotStart("A real installation needs the setting " + needed + " from its operator");
            }
        }
    }

    /** One stand-in: the setting that chooses it, its value there, and what that means. */
    private record Rule(String setting, String standIn, String consequence) {
        boolean brokenBy(Environment settings) {
            return (standIn.equals(WHATEVER)
                            || plain(settings.getProperty(setting, standIn)).equals(standIn))
                    && !settings.getProperty(permission(), Boolean.class, false);
        }

        /** Settings are bound forgivingly: {@code OUTBOX} chooses the outbox, too. */
        private static String plain(String value) {
            return value.strip().toLowerCase(Locale.ROOT);
        }

        String permission() {
            return setting.replace("fairway.", "fairway.allow-demo.");
        }
    }
}
