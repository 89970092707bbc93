package fairway.signin;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AllAuthoritiesAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Three ways in: public pages that know nobody, the agency's desk, and everything else. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    /** Pages that are the same for everybody: no cookie is read or written. */
    static final String[] SAME_FOR_ALL = {
        "/", "/status", "/status/**", "/leave", "/assets/**", "/favicon.ico", "/favicon.svg", "/robots.txt"
    };

    /** Pages that need no sign-in but have forms of their own. */
    static final String[] OPEN = {
        "/sign-in",
        "/sign-in/**",
        "/sign-up",
        "/sign-up/**",
        "/sign-out",
        "/error",
        "/outbox",
        "/outbox/**",
        "/cards/**",
        "/forms",
        "/forms/*",
        "/help",
        "/help/**",
        "/contact",
        "/privacy",
        "/accessibility",
        "/payments/callback",
        "/delivery/texts"
    };

    /** Told to us by other machines: each checks the signature of what it is told instead of a form token. */
    static final String[] TOLD_BY_MACHINES = {"/payments/callback", "/delivery/texts"};

    @Bean
    @Order(1)
    SecurityFilterChain sameForAll() {
        var matchers = java.util.Arrays.stream(SAME_FOR_ALL)
                .map(PathPatternRequestMatcher::pathPattern)
                .toList();
        return new DefaultSecurityFilterChain(new OrRequestMatcher(java.util.List.copyOf(matchers)));
    }

    @Bean
    @Order(2)
    SecurityFilterChain desk(
            HttpSecurity http,
            Sessions sessions,
            SessionFilter.Visitors visitors,
            ParkedPosts parked,
            StaffRules rules) {
        var keeper = new Doorkeeper(parked, true, rules::detour);
        common(http.securityMatcher("/desk", "/desk/**"), new SessionFilter(sessions, visitors, true), keeper);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/desk/sign-in", "/desk/sign-in/**", "/desk/sign-out")
                        .permitAll()
                        .anyRequest()
                        .access(AuthorizationManagers.allOf(proven(SessionFilter.STAFF), rules)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http, Sessions sessions, SessionFilter.Visitors visitors, ParkedPosts parked) {
        var keeper = new Doorkeeper(parked, false, request -> Optional.empty());
        common(http, new SessionFilter(sessions, visitors, false), keeper);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .access(proven(SessionFilter.PERSON)))
                .build();
    }

    /** Nobody signs in through Spring's own providers; without this bean Boot would make a user with a printed password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign-in has its own pages");
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> proven(String role) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(role),
                AuthorizationManagers.anyOf(
                        AuthorityAuthorizationManager.hasAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
                        AllAuthoritiesAuthorizationManager.hasAllAuthorities(
                                FactorGrantedAuthority.PASSWORD_AUTHORITY, SessionFilter.CODE)));
    }

    private static void common(HttpSecurity http, SessionFilter session, Doorkeeper keeper) {
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()).ignoringRequestMatchers(TOLD_BY_MACHINES))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(keeper).accessDeniedHandler(keeper))
                .addFilterBefore(session, CsrfFilter.class);
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(Cookies.CSRF);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
