package fairway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * In the strict profile the desk opens by passkey only. Somebody who has just followed an invitation, and nobody else, may add
 * the first one; who has none and no invitation needs a new one.
 */
@Component
class StaffRules implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String KEYS = "/desk/security/passkeys";

    private final boolean strict;
    private final Signin.Keys keys;

    @Autowired
    StaffRules(SigninSettings settings, Signin.Keys keys) {
        this(settings.profile() == Profile.STRICT, keys);
    }

    StaffRules(boolean strict, Signin.Keys keys) {
        this.strict = strict;
        this.keys = keys;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(!strict || enough(context.getRequest()));
    }

    /** Where to go instead of a page that does not open yet. */
    Optional<String> detour(HttpServletRequest request) {
        var session = (Session) request.getAttribute(Session.ATTRIBUTE);
        if (session == null || !session.full() || !strict) {
            return Optional.empty();
        }
        if (keys.any(session.account())) {
            return Optional.of("/desk/sign-in/passkey");
        }
        return invited(session) ? Optional.of(KEYS + "/add") : Optional.empty();
    }

    private boolean enough(HttpServletRequest request) {
        var session = (Session) request.getAttribute(Session.ATTRIBUTE);
        return session != null
                && (session.proofs().byPasskey()
                        || (request.getRequestURI().startsWith(KEYS)
                                && invited(session)
                                && !keys.any(session.account())));
    }

    private static boolean invited(Session session) {
        return Session.Proofs.INVITATION.equals(session.proofs().codeBy());
    }
}
