package fairway.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one place where what went wrong becomes a page, or a problem document for programs. */
@ControllerAdvice
class ErrorAdvice {
    private final ErrorPages pages;

    ErrorAdvice(ErrorPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    Object notFound(NotFound gone, HttpServletRequest request) {
        return answer(request, Trouble.of(HttpStatus.NOT_FOUND));
    }

    @ExceptionHandler
    Object tooMany(TooMany limit, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(seconds(limit.retryAfter())));
        return answer(request, Trouble.later(HttpStatus.TOO_MANY_REQUESTS, limit.retryAfter()));
    }

    @ExceptionHandler
    Object busy(Busy load, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(seconds(load.retryAfter())));
        return answer(request, Trouble.later(HttpStatus.SERVICE_UNAVAILABLE, load.retryAfter()));
    }

    @ExceptionHandler
    Object refused(RequestRejectedException broken, HttpServletRequest request) {
        return answer(request, Trouble.of(HttpStatus.BAD_REQUEST));
    }

    /** An address with something else than an identifier in it is an address we do not have. */
    @ExceptionHandler
    Object mistyped(MethodArgumentTypeMismatchException typed, HttpServletRequest request) {
        var inAddress = typed.getParameter().hasParameterAnnotation(PathVariable.class);
        return answer(request, Trouble.of(inAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException sent, HttpServletRequest request) {
        return answer(request, Trouble.of(HttpStatus.BAD_REQUEST));
    }

    /** Who may do what is answered by the security filters, which know where to send the person. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler
    Object anything(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(request, Trouble.of(known.getStatusCode()));
        }
        if (failure instanceof HttpException unreadable
                && HttpStatus.valueOf(unreadable.getCode()).is4xxClientError()) {
            return answer(request, Trouble.of(HttpStatus.valueOf(unreadable.getCode())));
        }
        if (Overload.causedBy(failure)) {
            return busy(new Busy(Overload.RETRY_AFTER), request, response);
        }
        return answer(request, pages.broken(failure, request));
    }

    private Object answer(HttpServletRequest request, Trouble trouble) {
        return request.getRequestURI().startsWith("/api/") ? problem(trouble) : pages.page(request, trouble);
    }

    private static ResponseEntity<ProblemDetail> problem(Trouble trouble) {
        HttpStatusCode status = trouble.status();
        var detail = ProblemDetail.forStatus(status);
        trouble.reference().ifPresent(reference -> detail.setProperty("reference", reference));
        return ResponseEntity.status(status).body(detail);
    }

    private static long seconds(java.time.Duration wait) {
        return Math.max(1, wait.toSeconds());
    }
}
