package fairway.delivery;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Address and values of a message, bound to its ledger row. */
@Component
class Sealed {
    private final Vault vault;
    private final JsonMapper json = new JsonMapper();

    Sealed(Vault vault) {
        this.vault = vault;
    }

    record Content(String address, Map<String, String> values) {}

    byte[] seal(UUID id, Message message) {
        return vault.sealGlobal(json.writeValueAsBytes(new Content(message.address(), message.values())), context(id));
    }

    Content open(UUID id, byte[] sealed) {
        return json.readValue(vault.openGlobal(sealed, context(id)), Content.class);
    }

    byte[] sealShort(UUID id, String text) {
        return vault.sealGlobal(text.getBytes(StandardCharsets.UTF_8), context(id) + "/unreached");
    }

    String openShort(UUID id, byte[] sealed) {
        return new String(vault.openGlobal(sealed, context(id) + "/unreached"), StandardCharsets.UTF_8);
    }

    /** What stands for an address in new rows. */
    byte[] kept(Channel channel, String address) {
        return vault.kept(fingerprint(channel, address));
    }

    /** What may stand for it in rows that are there. */
    byte[][] asKept(Channel channel, String address) {
        return vault.asKept(fingerprint(channel, address));
    }

    private byte[] fingerprint(Channel channel, String address) {
        return vault.fingerprint("delivery.stopped/" + channel, address);
    }

    private static String context(UUID id) {
        return "delivery.message/" + id;
    }
}
