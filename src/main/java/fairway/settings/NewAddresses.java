package fairway.settings;

import fairway.delivery.Channel;
import fairway.delivery.Discretion;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Neutral messages to an address that somebody with safe contact has just named; no account has it yet. */
@Component
class NewAddresses implements Discretion {
    private final AddressChangeTable changes;
    private final Accounts accounts;

    NewAddresses(AddressChangeTable changes, Accounts accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    @Override
    public boolean wanted(@Nullable UUID account, Channel channel, String address) {
        return account == null
                && channel == Channel.EMAIL
                && EmailAddress.read(address).stream()
                        .flatMap(email -> changes.namedBy(email).stream())
                        .anyMatch(one -> accounts.profileOf(one).safe().on());
    }
}
