package fairway.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says what an authenticator's answer is worth. The holder must have been checked by it; nothing else counts. */
@Service
class Proving {
    static final List<COSEAlgorithmIdentifier> SIGNATURES =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final List<PublicKeyCredentialParameters> ACCEPTED = SIGNATURES.stream()
            .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
            .toList();
    private static final int LONGEST = 50_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    private final KeyTable keys;
    private final Ceremonies ceremonies;
    private final RelyingParty us;
    private final Notes notes;

    Proving(KeyTable keys, Ceremonies ceremonies, RelyingParty us, Notes notes) {
        this.keys = keys;
        this.ceremonies = ceremonies;
        this.us = us;
        this.notes = notes;
    }

    /** Whose passkey it was, or why it proves nothing: a code for the record, never shown. */
    sealed interface Proof {
        record Right(UUID account, UUID key) implements Proof {}

        record Wrong(String why) implements Proof {}
    }

    sealed interface Fresh {
        record Made(KeyTable.Credential credential) implements Fresh {}

        record Refused(String why) implements Fresh {}
    }

    @Transactional
    public Proof prove(Ceremonies.Bond bond, String answer) {
        var proof = proof(bond, answer);
        switch (proof) {
            case Proof.Right(var account, var key) -> notes.proven(account, key, bond.purpose());
            case Proof.Wrong(var why) -> notes.refused(bond, why);
        }
        return proof;
    }

    private Proof proof(Ceremonies.Bond bond, String answer) {
        try {
            var said = library.parseAuthenticationResponseJSON(
                    shaped(answer, "clientDataJSON", "authenticatorData", "signature"));
            var challenge = challenge(said.getCollectedClientData());
            if (!ceremonies.take(bond, challenge)) {
                return new Proof.Wrong("challenge");
            }
            var row = keys.lock(named(ByteBuffer.wrap(said.getCredentialId())));
            return row.isEmpty() ? new Proof.Wrong("unknown") : proof(bond, row.get(), said, challenge);
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return new Proof.Wrong(why(e));
        }
    }

    private Proof proof(Ceremonies.Bond bond, KeyTable.Row row, AuthenticationData said, byte[] challenge) {
        if (bond.account() == null
                ? said.getUserHandle() == null
                : !row.account().equals(bond.account())) {
            return new Proof.Wrong("holder");
        }
        if (said.getUserHandle() != null && !MessageDigest.isEqual(keys.handle(row.account()), said.getUserHandle())) {
            return new Proof.Wrong("holder");
        }
        if (!row.times().opens()) {
            return new Proof.Wrong("suspended");
        }
        try {
            library.verify(said, new AuthenticationParameters(us.asking(challenge), record(row), null, true, true));
        } catch (MaliciousCounterValueException e) {
            keys.suspend(row.id());
            notes.suspended(row.account(), row.id());
            return new Proof.Wrong("counter");
        }
        var now = Objects.requireNonNull(said.getAuthenticatorData());
        keys.used(row.id(), now.getSignCount(), now.isFlagBS());
        return new Proof.Right(row.account(), row.id());
    }

    /** What a new authenticator gave us, if the answer is one to our own question. */
    Fresh fresh(Ceremonies.Bond bond, String answer) {
        try {
            var said = library.parseRegistrationResponseJSON(shaped(answer, "clientDataJSON", "attestationObject"));
            var challenge = challenge(said.getCollectedClientData());
            if (!ceremonies.take(bond, challenge)) {
                return new Fresh.Refused("challenge");
            }
            library.verify(said, new RegistrationParameters(us.asking(challenge), ACCEPTED, true, true));
            return new Fresh.Made(credential(said));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return new Fresh.Refused(why(e));
        }
    }

    private KeyTable.Credential credential(RegistrationData said) {
        var from = Objects.requireNonNull(said.getAttestationObject()).getAuthenticatorData();
        var made = Objects.requireNonNull(from.getAttestedCredentialData());
        var transports = said.getTransports() == null ? Set.<AuthenticatorTransport>of() : said.getTransports();
        return new KeyTable.Credential(
                made.getCredentialId(),
                credentials.convert(made),
                transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(value -> value.matches("[a-z-]{1,20}"))
                        .sorted()
                        .limit(10)
                        .toList(),
                from.getSignCount(),
                new Passkey.Flags(from.isFlagUV(), from.isFlagBE(), from.isFlagBS()));
    }

    private CredentialRecordImpl record(KeyTable.Row row) {
        var kept = row.credential();
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                kept.flags().userVerified(),
                kept.flags().backupEligible(),
                kept.flags().backedUp(),
                kept.signCount(),
                credentials.convert(kept.bytes()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                kept.transports().stream().map(AuthenticatorTransport::create).collect(Collectors.toSet()));
    }

    private static byte[] named(ByteBuffer credential) {
        var id = new byte[credential.remaining()];
        credential.get(id);
        return id;
    }

    private static byte[] challenge(@Nullable CollectedClientData said) {
        if (said == null || said.getChallenge() == null) {
            throw new IllegalArgumentException("No challenge");
        }
        return said.getChallenge().getValue();
    }

    /** Only what looks like an answer goes to the library, which counts on all its parts. */
    private static String shaped(String answer, String... parts) {
        var said = answer.length() > LONGEST ? JSON.nullNode() : JSON.readTree(answer);
        var whole = said.path("rawId").isString()
                && said.path("id").isString()
                && Arrays.stream(parts)
                        .allMatch(part -> said.path("response").path(part).isString());
        if (!whole) {
            throw new IllegalArgumentException("Not an answer");
        }
        return answer;
    }

    private static String why(RuntimeException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
