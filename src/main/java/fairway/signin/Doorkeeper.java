package fairway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Shows those who may not pass yet the page that lets them: sign-in, the code, or the open step of the set-up. */
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String LANGUAGE = "fairway.language";

    private final ParkedPosts parked;
    private final boolean staff;
    private final Function<HttpServletRequest, Optional<String>> detour;

    /** {@code detour} knows where somebody signed in goes who must do more before this page. */
    Doorkeeper(ParkedPosts parked, boolean staff, Function<HttpServletRequest, Optional<String>> detour) {
        this.parked = parked;
        this.staff = staff;
        this.detour = detour;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (request.getHeader("X-Autosave") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getMethod().equals("GET") && !ReturnPath.leadsSomewhere(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var keeps = parked.park(request, response);
        redirect(request, response, signIn() + (keeps ? "?kept" : wanted(request, "?to=")));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        var session = (Session) request.getAttribute(Session.ATTRIBUTE);
        if (cause instanceof CsrfException) {
            var keeps = parked.park(request, response);
            if (keeps) {
                redirect(request, response, signIn() + "?kept");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } else if (session != null && session.level() == Session.Level.HALF) {
            redirect(request, response, signIn() + "/code");
        } else if (session != null && session.level() == Session.Level.OWING) {
            redirect(request, response, signIn() + "/new-password");
        } else if (session != null && session.level() == Session.Level.SETUP) {
            redirect(request, response, "/sign-up/next");
        } else {
            var instead = detour.apply(request);
            if (instead.isPresent()) {
                redirect(request, response, instead.get());
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }
    }

    private String signIn() {
        return staff ? "/desk/sign-in" : "/sign-in";
    }

    private static String wanted(HttpServletRequest request, String parameter) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        var query = request.getQueryString();
        return ReturnPath.read(request.getRequestURI() + (query == null ? "" : "?" + query))
                .map(path -> parameter + URLEncoder.encode(path.value(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String path) {
        var spoken = request.getAttribute(LANGUAGE) instanceof Locale language && !language.equals(Locale.ENGLISH)
                ? "/" + language.getLanguage()
                : "";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", spoken + path);
    }
}
