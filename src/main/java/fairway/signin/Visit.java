package fairway.signin;

import fairway.limits.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** One browser asking for something: what it carries and how we answer it. */
record Visit(HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> session() {
        return Optional.ofNullable((Session) request.getAttribute(Session.ATTRIBUTE));
    }

    Optional<Session> session(Session.Level level) {
        return session().filter(session -> session.level() == level);
    }

    /** Whether this is the agency's desk. */
    boolean staff() {
        return request.getRequestURI().startsWith("/desk/");
    }

    /** The address of a sign-in page on this side of the house. */
    String path(String rest) {
        return (staff() ? "/desk" : "") + rest;
    }

    String home() {
        return staff() ? "/desk" : "/account";
    }

    Place place() {
        return Place.of(request.getRemoteAddr());
    }

    Optional<Token> device() {
        return Cookies.DEVICE.token(request);
    }

    void carry(Token session) {
        Cookies.of(staff()).set(response, session.value());
    }

    void drop() {
        Cookies.of(staff()).clear(response);
    }
}
