package fairway.signin;

import fairway.identity.Accounts;
import fairway.ui.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the cookie of a request into who is asking and what they have proven. */
class SessionFilter extends OncePerRequestFilter {
    static final String CODE = "FACTOR_CODE";
    static final String PERSON = "ROLE_PERSON";
    static final String STAFF = "ROLE_STAFF";

    /** Asking how much time is left is no use of the session. */
    private static final String TIME = "/sign-in/time";

    private final Sessions sessions;
    private final Visitors visitors;
    private final boolean staff;

    SessionFilter(Sessions sessions, Visitors visitors, boolean staff) {
        this.sessions = sessions;
        this.visitors = visitors;
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookies.of(staff)
                .token(request)
                .flatMap(token -> sessions.find(token, staff))
                .ifPresent(session -> remember(request, session));
        chain.doFilter(request, response);
    }

    private void remember(HttpServletRequest request, Session session) {
        var authorities = new ArrayList<GrantedAuthority>();
        if (session.full()) {
            var visitor = visitors.of(session);
            if (visitor.isEmpty()) {
                return;
            }
            request.setAttribute(Visitor.ATTRIBUTE, visitor.get());
            authorities.add(new SimpleGrantedAuthority(staff ? STAFF : PERSON));
        }
        request.setAttribute(Session.ATTRIBUTE, session);
        if (!request.getRequestURI().endsWith(TIME)) {
            sessions.used(session);
        }
        factor(
                authorities,
                FactorGrantedAuthority.PASSWORD_AUTHORITY,
                session.proofs().passwordAt());
        var second = session.proofs().byPasskey() ? FactorGrantedAuthority.WEBAUTHN_AUTHORITY : CODE;
        factor(authorities, second, session.proofs().codeAt());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(session.id().toString(), null, authorities));
        SecurityContextHolder.setContext(context);
    }

    private static void factor(List<GrantedAuthority> authorities, String name, @Nullable Instant provenAt) {
        if (provenAt != null) {
            authorities.add(FactorGrantedAuthority.withAuthority(name)
                    .issuedAt(provenAt)
                    .build());
        }
    }

    /** Who a full session belongs to, as the pages see them; read anew on each request, so that lost rights are lost at once. */
    @Component
    static class Visitors {
        private final Accounts accounts;

        Visitors(Accounts accounts) {
            this.accounts = accounts;
        }

        Optional<Visitor> of(Session session) {
            return accounts.find(session.account())
                    .filter(account -> account.staff() == session.staff() && !account.closed())
                    .map(account -> new Visitor(
                            account.id(),
                            account.shownName(),
                            account.staff(),
                            account.roles(),
                            session.id(),
                            account.zone()));
        }
    }
}
