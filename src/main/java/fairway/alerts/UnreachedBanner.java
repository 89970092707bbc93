package fairway.alerts;

import fairway.delivery.Delivery;
import fairway.ui.Banner;
import fairway.ui.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says in the account that our messages do not arrive, until one does. */
@Component
class UnreachedBanner implements Banner {
    private final Delivery delivery;

    UnreachedBanner(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public List<Said> of(Page page, UUID account) {
        return delivery.unreached(account).stream()
                .map(unreached -> new Said(
                        page.text("alerts.unreached.title." + unreached.channel()),
                        page.text(
                                "alerts.unreached.text." + unreached.channel(),
                                unreached.address(),
                                page.instant(unreached.since())),
                        page.text("alerts.unreached.link"),
                        "/account/profile"))
                .toList();
    }
}
