package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.Discretion;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Neutral messages for everybody who asked for safe contact, also where only the address says whose message it is. */
@Component
class Silence implements Discretion {
    private final Accounts accounts;

    Silence(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean wanted(@Nullable UUID account, Channel channel, String address) {
        var owner = account == null ? byAddress(channel, address) : Optional.of(account);
        return owner.filter(one -> accounts.profileOf(one).safe().on()).isPresent();
    }

    private Optional<UUID> byAddress(Channel channel, String address) {
        return channel == Channel.EMAIL
                ? EmailAddress.read(address)
                        .flatMap(email -> accounts.byEmail(email, false))
                        .map(Account::id)
                : Optional.empty();
    }
}
