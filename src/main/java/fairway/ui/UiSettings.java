package fairway.ui;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation presents itself.
 *
 * @param agency name of the operator, shown beside the mark
 * @param demo whether every page says that this is a demonstration
 * @param email where people write for help
 * @param phone where people call for help
 * @param exit harmless page that “Leave quickly” opens
 * @param reviewed when the words on the public pages were last reviewed
 */
@ConfigurationProperties("fairway.ui")
record UiSettings(
        @DefaultValue("Demonstration Office") String agency,
        @DefaultValue("false") boolean demo,
        @DefaultValue("help@office.example.org") String email,
        @DefaultValue("1-800-555-0100") String phone,
        @DefaultValue("https://www.weather.gov/") String exit,
        @DefaultValue("2026-11-22") LocalDate reviewed) {
    static final UiSettings DEMONSTRATION = new UiSettings(
            "Demonstration Office",
            true,
            "help@office.example.org",
            "1-800-555-0100",
            "https://www.weather.gov/",
            LocalDate.of(2026, 11, 22));
}
