package fairway.signin;

import fairway.identity.Accounts;
import fairway.ui.ChangesAccess;
import fairway.ui.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for a fresh proof before pages marked {@link StepUp}; a form that was sent is kept meanwhile. Pages marked
 * {@link ChangesAccess} are refused while the account is stopped.
 */
@Component
class StepUpInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String STOPPED = "/account/security/stopped";

    private final ParkedPosts parked;
    private final Accounts accounts;
    private final SigninSettings settings;
    private final InstantSource clock;

    StepUpInterceptor(ParkedPosts parked, Accounts accounts, SigninSettings settings, InstantSource clock) {
        this.parked = parked;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var session = (Session) request.getAttribute(Session.ATTRIBUTE);
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (session != null && session.full() && marked(method, ChangesAccess.class) && stopped(session)) {
            send(request, response, STOPPED);
            return false;
        }
        var mark = mark(method);
        if (mark == null) {
            return true;
        }
        var age = switch (mark.value()) {
            case MINUTES -> settings.freshFor();
            case LATELY -> settings.latelyFor();
        };
        if (session != null && session.full() && session.proofs().fresh(clock.instant(), age)) {
            return true;
        }
        var kept = session != null && parked.parkOf(session.account(), request, response);
        var wanted = ReturnPath.read(request.getRequestURI())
                .filter(path -> !kept && request.getMethod().equals("GET"))
                .map(path -> "?to=" + URLEncoder.encode(path.value(), StandardCharsets.UTF_8))
                .orElse("");
        var desk = request.getRequestURI().startsWith("/desk/") ? "/desk" : "";
        send(request, response, desk + "/sign-in/again" + wanted);
        return false;
    }

    private boolean stopped(Session session) {
        return accounts.safety().holdOn(session.account()).isPresent();
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String path) {
        var spanish =
                request.getAttribute("fairway.language") instanceof Locale language && !language.equals(Locale.ENGLISH);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", (spanish ? "/es" : "") + path);
    }

    private static boolean marked(HandlerMethod method, Class<? extends Annotation> with) {
        return method.hasMethodAnnotation(with) || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), with);
    }

    private static @Nullable StepUp mark(HandlerMethod method) {
        var own = method.getMethodAnnotation(StepUp.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), StepUp.class) : own;
    }
}
