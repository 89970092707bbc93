package fairway.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages for when there is no page; also those the container and the security filters ask for. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final PageResolver resolver;
    private final SecureRandom random;

    ErrorPages(PageResolver resolver, SecureRandom random) {
        this.resolver = resolver;
        this.random = random;
    }

    @RequestMapping("/error")
    ModelAndView asked(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var busy = status.value() == 503;
        if (busy) {
            response.setHeader("Retry-After", String.valueOf(Overload.RETRY_AFTER.toSeconds()));
        }
        var broken = status.is5xxServerError() && !busy;
        return page(request, broken ? broken(failure, request) : Trouble.of(status));
    }

    ModelAndView page(HttpServletRequest request, Trouble trouble) {
        var view = resolver.page(request)
                .view(
                        "ui/error",
                        "kind",
                        trouble.kind(),
                        "minutes",
                        trouble.minutes(),
                        "reference",
                        trouble.reference().orElse(""));
        view.setStatus(trouble.status());
        return view;
    }

    /** Writes the failure down without anything a person typed: no messages, no addresses, no values. */
    Trouble broken(@Nullable Throwable failure, HttpServletRequest request) {
        var reference = reference();
        var where = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error("{} {} {} failed: {}", reference, request.getMethod(), where, Faults.trace(failure));
        return new Trouble(HttpStatus.INTERNAL_SERVER_ERROR, 1, reference);
    }

    private String reference() {
        var made = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            made.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }
}
