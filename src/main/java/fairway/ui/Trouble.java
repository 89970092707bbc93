package fairway.ui;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Why there is no page: the status, how long to wait, and the reference under which it was written down. */
record Trouble(
        HttpStatusCode status, long minutes, @Nullable String written) {
    static Trouble of(HttpStatusCode status) {
        return new Trouble(status, 1, null);
    }

    static Trouble later(HttpStatusCode status, Duration wait) {
        return new Trouble(status, Math.max(1, wait.plusSeconds(59).toMinutes()), null);
    }

    Optional<String> reference() {
        return Optional.ofNullable(written);
    }

    /** The texts of the page: {@code ui.error.<kind>.title}. */
    String kind() {
        return switch (status.value()) {
            case 403 -> "forbidden";
            case 401, 404, 410 -> "notfound";
            case 405 -> "method";
            case 413 -> "large";
            case 429 -> "toomany";
            case 503 -> "busy";
            default -> status.is5xxServerError() ? "broken" : "badrequest";
        };
    }
}
