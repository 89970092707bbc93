package fairway.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the language off the address ({@code /es/…}), so that everything behind it knows one address a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = "fairway.language";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var uri = request.getRequestURI();
        for (var language : Texts.LANGUAGES.subList(1, Texts.LANGUAGES.size())) {
            var prefix = "/" + language.getLanguage();
            if (uri.equals(prefix) || uri.startsWith(prefix + "/")) {
                request.setAttribute(ATTRIBUTE, language);
                chain.doFilter(new WithoutPrefix(request, prefix.length()), response);
                return;
            }
        }
        request.setAttribute(ATTRIBUTE, Locale.ENGLISH);
        chain.doFilter(request, response);
    }

    static String withoutLanguage(String address, Locale language) {
        var prefix = "/" + language.getLanguage();
        if (address.equals(prefix)) {
            return "/";
        }
        return address.startsWith(prefix + "/") ? address.substring(prefix.length()) : address;
    }

    private static final class WithoutPrefix extends HttpServletRequestWrapper {
        private final int cut;

        WithoutPrefix(HttpServletRequest request, int cut) {
            super(request);
            this.cut = cut;
        }

        @Override
        public String getRequestURI() {
            var rest = super.getRequestURI().substring(cut);
            return rest.isEmpty() ? "/" : rest;
        }

        @Override
        public String getServletPath() {
            var path = super.getServletPath();
            var rest = path.length() > cut ? path.substring(cut) : "";
            return rest.isEmpty() ? "/" : rest;
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            int at = url.indexOf(super.getRequestURI());
            return at < 0 ? url : url.replace(at, at + cut, "");
        }
    }
}
