package fairway.passkeys;

import fairway.identity.Portable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The names and days of the passkeys, in the archive of the account. */
@Component
class KeysTaken implements Portable {
    private final Passkeys passkeys;

    KeysTaken(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public Object of(UUID account) {
        return passkeys.of(account).stream().map(KeysTaken::facts).toList();
    }

    private static Map<String, Object> facts(Passkey key) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", key.label());
        facts.put("added", key.boundAt().toString());
        facts.put("used", key.usedAt() == null ? "" : key.usedAt().toString());
        facts.put("copiedToOtherDevices", key.flags().backedUp());
        facts.put("suspended", key.suspended());
        facts.put("lost", key.lostAt() == null ? "" : key.lostAt().toString());
        return facts;
    }
}
