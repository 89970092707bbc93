package fairway.recovery;

import fairway.signin.Signin;
import java.util.Set;
import java.util.UUID;

/** One browser on its way back into an account, after its link was used. */
record Attempt(UUID id, UUID account, Set<Proof> shown) {
    Signin.Back back() {
        return new Signin.Back(account, id);
    }

    /** Which address its link was sent to. */
    Proof via() {
        return shown.contains(Proof.LINK) ? Proof.LINK : Proof.RECOVERY_LINK;
    }
}
