package fairway.signin;

import fairway.ui.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for a fresh proof before pages marked {@link StepUp}; a form that was sent is kept meanwhile. */
@Component
class StepUpInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private final ParkedPosts parked;
    private final SigninSettings settings;
    private final InstantSource clock;

    StepUpInterceptor(ParkedPosts parked, SigninSettings settings, InstantSource clock) {
        this.parked = parked;
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
        if (!(handler instanceof HandlerMethod method) || !marked(method)) {
            return true;
        }
        if (session != null && session.full() && session.proofs().fresh(clock.instant(), settings.freshFor())) {
            return true;
        }
        var kept = session != null && parked.parkOf(session.account(), request, response);
        var wanted = ReturnPath.read(request.getRequestURI())
                .filter(path -> !kept && request.getMethod().equals("GET"))
                .map(path -> "?to=" + URLEncoder.encode(path.value(), StandardCharsets.UTF_8))
                .orElse("");
        var desk = request.getRequestURI().startsWith("/desk/") ? "/desk" : "";
        var spanish =
                request.getAttribute("fairway.language") instanceof Locale language && !language.equals(Locale.ENGLISH);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", (spanish ? "/es" : "") + desk + "/sign-in/again" + wanted);
        return false;
    }

    private static boolean marked(HandlerMethod method) {
        return method.hasMethodAnnotation(StepUp.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUp.class);
    }
}
