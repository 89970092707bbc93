package fairway.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outermost of all: too much work is answered as that wherever it shows, and when even the page about a failure fails, a
 * page that needs nothing says so.
 */
class LastResort implements Filter {
    private static final Logger log = LoggerFactory.getLogger(LastResort.class);
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Something went wrong – Fairway</title></head>
            <body><h1>Something went wrong</h1><p>This is our fault. Please try again in a minute. <a href="/">Go to the home page</a></p>
            <p lang="es">Algo salió mal. Es culpa nuestra. Intente de nuevo en un minuto. <a href="/es">Ir a la página de inicio</a></p></body></html>
            """;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!(response instanceof HttpServletResponse answer) || answer.isCommitted()) {
                throw failure;
            }
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                log.error("The page about a failure failed: {}", Faults.trace(failure));
                say(answer);
            } else if (Overload.causedBy(failure)) {
                answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                throw failure;
            }
        }
    }

    private static void say(HttpServletResponse answer) throws IOException {
        int status = answer.getStatus();
        answer.reset();
        answer.setStatus(Math.max(status, HttpServletResponse.SC_BAD_REQUEST));
        SecurityHeaders.fixed(answer::setHeader);
        answer.setHeader("Content-Security-Policy", RefusedAtTheDoor.POLICY);
        answer.setHeader("Retry-After", String.valueOf(Overload.RETRY_AFTER.toSeconds()));
        answer.setContentType("text/html;charset=utf-8");
        answer.getWriter().write(PAGE);
    }
}
