package fairway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Limits and life times as configured, and whether this is a real installation on stand-ins. */
final class SettingsChecks {
    private static final List<String> WATCHED = List.of(
            "fairway.limits.", "fairway.signin.", "fairway.passwords.", "fairway.allow-demo.", "fairway.settings.");
    private static final Duration LONGEST_IDLE = Duration.ofHours(1);
    private static final Duration LONGEST_TOTAL = Duration.ofHours(24);

    private final ConfigurableEnvironment settings;

    SettingsChecks(ConfigurableEnvironment settings) {
        this.settings = settings;
    }

    List<Finding> look() {
        var found = new ArrayList<Finding>();
        found.add(atMost("fairway.signin.idle", "15m", LONGEST_IDLE));
        found.add(atMost("fairway.signin.total", "12h", LONGEST_TOTAL));
        var changed = changed();
        found.add(
                changed.isEmpty()
                        ? Finding.of("limits", true, "all limits and life times are as delivered (docs/limits.md)")
                        : Finding.note("limits", "set otherwise than delivered: " + changed));
        var real = settings.getProperty("fairway.production", Boolean.class, false);
        found.add(
                real
                        ? Finding.of("mode", true, "a real installation")
                        : Finding.note("mode", "a demonstration: stand-ins for mail, cards and scanning are allowed"));
        found.add(address(real));
        return found;
    }

    private Finding atMost(String name, String delivered, Duration most) {
        var is = Binder.get(settings)
                .bind(name, Duration.class)
                .orElseGet(() -> org.springframework.boot.convert.DurationStyle.detectAndParse(delivered));
        return Finding.of("sessions", is.compareTo(most) <= 0, name + " is " + is + ", at most " + most + " is safe");
    }

    private SortedSet<String> changed() {
        var names = new TreeSet<String>();
        for (var source : settings.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                for (var name : known.getPropertyNames()) {
                    var plain = name.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
                    if (WATCHED.stream().anyMatch(plain::startsWith)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private Finding address(boolean real) {
        var base = URI.create(settings.getProperty("fairway.base-url", "http://localhost:8080"));
        var safe = "https".equals(base.getScheme()) || (!real && "localhost".equals(base.getHost()));
        return Finding.of("transport", safe, "people reach this installation at " + base);
    }
}
