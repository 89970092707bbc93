package fairway.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every controller method its {@link Page}. */
@Component
class PageResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Texts texts;
    private final UiSettings settings;
    private final ZoneId zone;

    PageResolver(Texts texts, UiSettings settings, ZoneId zone) {
        this.texts = texts;
        this.settings = settings;
        this.zone = zone;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Page.class);
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        return page(Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)));
    }

    Page page(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var language =
                (Locale) Objects.requireNonNullElse(request.getAttribute(LanguageFilter.ATTRIBUTE), Locale.ENGLISH);
        return new Page(
                texts,
                language,
                request.getRequestURI(),
                new Page.Installation(settings.agency(), settings.demo()),
                Objects.requireNonNullElse((String) request.getAttribute("fairway.nonce"), ""),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                (Visitor) request.getAttribute(Visitor.ATTRIBUTE),
                zone);
    }
}
