package fairway.documents;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the first field of a multipart form, the token against forged requests, before the security filters ask for it, and
 * leaves the rest of the form to be read as it arrives. Without it the whole file would have to be stored before the check.
 * Whoever answers before the form has ended, with a refusal or because there is too much work, is heard all the same.
 */
@Component("documentsUploadFilter")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadFilter extends OncePerRequestFilter {
    /** Request attribute: the form behind its first field. */
    static final String FORM = "fairway.documents.form";

    private static final String TOKEN = "_csrf";

    private final Leftover leftover;

    UploadFilter(Leftover leftover) {
        this.leftover = leftover;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var boundary = boundary(request);
        if (boundary == null) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream();
        var form = new Multipart(body, boundary);
        request.setAttribute(FORM, form);
        try {
            chain.doFilter(new WithToken(request, token(form)), response);
        } finally {
            leftover.readAway(body);
        }
    }

    private static String token(Multipart form) {
        try {
            var first = form.next();
            return first.isPresent() && first.get().name().equals(TOKEN)
                    ? first.get().text()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static @Nullable String boundary(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!request.getMethod().equals("POST")
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return null;
        }
        var boundary = org.eclipse.jetty.http.MultiPart.extractBoundary(type);
        return boundary == null || boundary.isEmpty() ? null : boundary;
    }

    private static final class WithToken extends HttpServletRequestWrapper {
        private final String token;

        WithToken(HttpServletRequest request, String token) {
            super(request);
            this.token = token;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(TOKEN) ? token : super.getParameter(name);
        }
    }
}
