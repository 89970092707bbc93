package fairway.passkeys;

import fairway.identity.Accounts;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What we ask an authenticator, as the browser's WebAuthn wants to hear it. */
@Component
class Questions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyTable keys;
    private final Ceremonies ceremonies;
    private final Accounts accounts;
    private final RelyingParty us;
    private final PasskeySettings settings;

    Questions(KeyTable keys, Ceremonies ceremonies, Accounts accounts, RelyingParty us, PasskeySettings settings) {
        this.keys = keys;
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.us = us;
        this.settings = settings;
    }

    /** For any passkey made for us, or for those of one account where we know whose they must be. */
    String prove(Ceremonies.Bond bond) {
        return JSON.writeValueAsString(Map.of(
                "challenge", text(ceremonies.open(bond)),
                "rpId", us.id(),
                "timeout", settings.life().toMillis(),
                "userVerification", "required",
                "allowCredentials", bond.account() == null ? List.of() : known(bond.account())));
    }

    /** For a new one. */
    String register(Ceremonies.Bond bond, UUID account, String agency) {
        var owner = accounts.find(account).orElseThrow();
        return JSON.writeValueAsString(Map.of(
                "challenge", text(ceremonies.open(bond)),
                "rp", Map.of("id", us.id(), "name", "Fairway, " + agency),
                "user",
                        Map.of(
                                "id", text(keys.handle(account)),
                                "name", owner.email(),
                                "displayName", owner.shownName()),
                "pubKeyCredParams",
                        Proving.SIGNATURES.stream()
                                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                                .toList(),
                "timeout", settings.life().toMillis(),
                "excludeCredentials", known(account),
                "authenticatorSelection",
                        Map.of(
                                "residentKey", "preferred",
                                "requireResidentKey", false,
                                "userVerification", "required"),
                "attestation", "none"));
    }

    private List<Map<String, Object>> known(UUID account) {
        return keys.of(account).stream()
                .map(KeyTable.Row::credential)
                .map(one -> Map.<String, Object>of(
                        "type", "public-key", "id", text(one.id()), "transports", one.transports()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
