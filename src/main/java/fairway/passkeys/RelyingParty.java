package fairway.passkeys;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom a passkey is made for: this installation at its configured address, never at what a request says it is. */
@Component
record RelyingParty(
        @Value("${fairway.base-url:http://localhost:8080}") URI address) {
    String id() {
        return address.getHost();
    }

    ServerProperty asking(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.getScheme() + "://" + address.getRawAuthority()))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
