package fairway.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where and in which language a person is told something; texts only go to a phone that opted in. */
public record Contact(
        UUID account, List<String> emails, @Nullable Phone phone, Locale language, ZoneId zone) {}
