package fairway.delivery;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hands text messages to a service that takes one POST each; our message id is the reference it may dedupe by. */
final class TextApiCarrier implements Carrier {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final DeliverySettings.TextApi api;

    TextApiCarrier(DeliverySettings.TextApi api) {
        this.api = api;
    }

    @Override
    public Outcome carry(Letter letter) {
        var body = json.writeValueAsString(Map.of(
                "to", letter.address(),
                "from", api.from(),
                "text", letter.body(),
                "reference", letter.id().toString()));
        var request = HttpRequest.newBuilder(api.url())
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + api.token())
                .header("Idempotency-Key", letter.id().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return outcome(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Outcome.Later(
                    Reason.of(Reason.Code.TEXT_FAULT, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(Reason.of(Reason.Code.TEXT_FAULT, "interrupted"));
        }
    }

    private Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Carried(reference(answer.body()));
        }
        boolean mayPass = status >= 500 || status == 408 || status == 429 || status == 401 || status == 403;
        var reason = Reason.of(Reason.Code.TEXT_ANSWER, Integer.toString(status));
        return mayPass ? new Outcome.Later(reason) : new Outcome.Never(reason);
    }

    private String reference(String body) {
        try {
            return json.readTree(body).path("id").asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }
}
