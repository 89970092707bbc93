package fairway.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Site site;

    PageResolver(Site site) {
        this.site = site;
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
        return new Page(site, place(request), guard(request), (Visitor) request.getAttribute(Visitor.ATTRIBUTE));
    }

    private static Page.Place place(HttpServletRequest request) {
        var language =
                (Locale) Objects.requireNonNullElse(request.getAttribute(LanguageFilter.ATTRIBUTE), Locale.ENGLISH);
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return new Page.Place(
                    language, LanguageFilter.withoutLanguage(failed, language), "", request.getRemoteAddr());
        }
        var query = request.getQueryString();
        return new Page.Place(
                language, request.getRequestURI(), query == null ? "" : "?" + query, request.getRemoteAddr());
    }

    private static Page.Guard guard(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page.Guard(
                Objects.requireNonNullElse((String) request.getAttribute(SecurityHeaders.NONCE), ""),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken());
    }
}
