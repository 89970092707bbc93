package fairway.ui;

import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether anything here only plays what it stands for: then every page says so, whatever the mode of the installation. */
@Component
class StandIns {
    /** The settings that choose a stand-in, and its name there; each is the stand-in unless it is set. */
    private static final Map<String, String> CHOICES = Map.of(
            "fairway.delivery.email", "outbox",
            "fairway.delivery.text", "outbox",
            "fairway.delivery.letter", "outbox",
            "fairway.payments.processor", "builtin");

    private final boolean used;

    StandIns(Environment settings) {
        this.used = settings.getProperty("fairway.ui.demo", Boolean.class, false)
                || CHOICES.entrySet().stream()
                        .anyMatch(choice -> plain(settings.getProperty(choice.getKey(), choice.getValue()))
                                .equals(choice.getValue()));
    }

    boolean used() {
        return used;
    }

    /** Settings are read forgivingly: {@code Built-In}, {@code BUILT_IN} and {@code builtin} are one. */
    private static String plain(String value) {
        return value.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
