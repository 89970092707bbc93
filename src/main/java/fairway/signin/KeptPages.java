package fairway.signin;

import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** "We kept what you typed": gives back a form that was sent when the session had ended. */
@Controller
class KeptPages {
    private final ParkedPosts parked;

    KeptPages(ParkedPosts parked) {
        this.parked = parked;
    }

    @GetMapping({"/sign-in/kept", "/desk/sign-in/kept"})
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return visit.session(Session.Level.FULL)
                .flatMap(session -> parked.find(request, session.account()))
                .map(post -> page.view("signin/kept", "post", post, "action", visit.path("/sign-in/kept")))
                .orElseGet(() -> page.redirect(visit.home()));
    }

    /** Sends the browser on to where the form belongs with all its fields, and forgets them here. */
    @PostMapping({"/sign-in/kept", "/desk/sign-in/kept"})
    ResponseEntity<Void> send(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        var post = visit.session(Session.Level.FULL).flatMap(session -> parked.find(request, session.account()));
        parked.forget(request, response);
        return post.map(found -> ResponseEntity.status(307)
                        .header("Location", page.url(found.path()))
                        .<Void>build())
                .orElseGet(() -> ResponseEntity.status(303)
                        .header("Location", page.url(visit.home()))
                        .build());
    }

    @PostMapping({"/sign-in/kept/discard", "/desk/sign-in/kept/discard"})
    ModelAndView discard(Page page, HttpServletRequest request, HttpServletResponse response) {
        parked.forget(request, response);
        return page.redirect(new Visit(request, response).home());
    }
}
