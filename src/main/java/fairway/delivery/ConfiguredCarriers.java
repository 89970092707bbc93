package fairway.delivery;

import java.util.Objects;
import org.springframework.stereotype.Component;

/** The carrier of each channel, as the settings name it. */
@Component
class ConfiguredCarriers implements Carriers {
    private final Carrier email;
    private final Carrier text;
    private final Carrier letter;

    ConfiguredCarriers(DeliverySettings settings, Outbox outbox) {
        this.email = switch (settings.email()) {
            case OUTBOX -> outbox;
            case SMTP ->
                new SmtpCarrier(
                        Objects.requireNonNull(settings.smtp(), "Set fairway.delivery.smtp.host"), settings.from());
        };
        this.text = switch (settings.text()) {
            case OUTBOX -> outbox;
            case HTTP ->
                new TextApiCarrier(Objects.requireNonNull(settings.textApi(), "Set fairway.delivery.text-api.url"));
        };
        this.letter = switch (settings.letter()) {
            case OUTBOX -> outbox;
            case SPOOL -> new SpoolCarrier(Objects.requireNonNull(settings.spool(), "Set fairway.delivery.spool"));
        };
    }

    @Override
    public Carrier of(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case TEXT -> text;
            case LETTER -> letter;
        };
    }
}
