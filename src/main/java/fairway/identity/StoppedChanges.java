package fairway.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps an account open while its changes are stopped: whoever got in without leave must not be able to close it. */
@Component
class StoppedChanges implements Holding {
    private final Safety safety;

    StoppedChanges(Safety safety) {
        this.safety = safety;
    }

    @Override
    public List<Hold> on(UUID account) {
        return safety
                .holdOn(account)
                .map(stopped -> new Hold("identity.hold.stopped", "", "/account/security/stopped"))
                .stream()
                .toList();
    }
}
