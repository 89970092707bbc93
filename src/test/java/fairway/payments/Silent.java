package fairway.payments;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** A card provider that does what it is asked, but whose answers never arrive. */
record Silent(CardProvider real) implements CardProvider {
    @Override
    public Outcome create(Order order) {
        return lose(() -> real.create(order));
    }

    @Override
    public Outcome fetch(UUID reference) {
        return lose(() -> real.fetch(reference));
    }

    @Override
    public Outcome close(UUID reference) {
        return lose(() -> real.close(reference));
    }

    @Override
    public Outcome refund(UUID reference) {
        return lose(() -> real.refund(reference));
    }

    @Override
    public Optional<Callback> verify(String signature, byte[] body) {
        return Optional.empty();
    }

    PaymentInquiry inquiry(ApplicationContext application) {
        return new PaymentInquiry(
                this,
                application.getBean(Intents.class),
                application.getBean(Settlement.class),
                application.getBean(PaymentWaiting.class));
    }

    private static Outcome lose(Supplier<Outcome> call) {
        throw new Unreachable("answer lost after " + call.get().getClass().getSimpleName());
    }
}
