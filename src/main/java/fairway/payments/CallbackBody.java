package fairway.payments;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the built-in card page posts to us. */
record CallbackBody(String id, UUID reference) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Optional<CardProvider.Callback> read(byte[] body) {
        try {
            var read = JSON.readValue(body, CardProvider.Callback.class);
            return Optional.of(read);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
