package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second proof, at sign-in and once more before some acts: a one-time code by one of the person's own ways. */
@Controller
class CodePages {
    private final SignIns signIns;
    private final Sessions sessions;
    private final ParkedPosts parked;
    private final Signin.Keys keys;
    private final Trace trace;

    CodePages(SignIns signIns, Sessions sessions, ParkedPosts parked, Signin.Keys keys, Trace trace) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.parked = parked;
        this.keys = keys;
        this.trace = trace;
    }

    /** A page that asks for a code, wherever it is asked for. */
    record Asked(
            String action,
            @Nullable String otherWay,
            int step,
            Authenticator to,
            @Nullable Key key,
            @Nullable String notice,
            List<Problem> problems) {}

    /** What an authenticator app needs to know. */
    record Key(Totp.Picture picture, String typed, String uri) {}

    /** {@code passkey} is where a passkey is asked for, if there is one. */
    record Ways(
            String action,
            String backup,
            List<Authenticator> ways,
            boolean backupOffered,
            @Nullable String passkey) {}

    /** Somebody who owes a code: to get in, or once more although they are in. */
    record Owed(Visit visit, Session session, boolean again) {
        static Optional<Owed> by(HttpServletRequest request, HttpServletResponse response) {
            var visit = new Visit(request, response);
            var again = request.getRequestURI().contains("/sign-in/again");
            return visit.session(again ? Session.Level.FULL : Session.Level.HALF)
                    .map(session -> new Owed(visit, session, again));
        }

        /** The page for somebody who owes a code; whoever does not goes where they belong. */
        static ModelAndView page(
                Page page,
                HttpServletRequest request,
                HttpServletResponse response,
                Function<Owed, ModelAndView> then) {
            return by(request, response).map(then).orElseGet(() -> elsewhere(page, new Visit(request, response)));
        }

        String path(String rest) {
            return visit.path((again ? "/sign-in/again" : "/sign-in") + rest);
        }

        Challenges.Purpose purpose() {
            return again ? Challenges.Purpose.STEP_UP : Challenges.Purpose.SIGN_IN;
        }
    }

    @GetMapping({"/sign-in/code", "/desk/sign-in/code", "/sign-in/again/code", "/desk/sign-in/again/code"})
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable String late) {
        var notice = late == null ? null : "signin.code.late";
        return Owed.page(
                page,
                request,
                response,
                owed -> by(page, owed, with, way -> asked(page, owed, way, notice, List.of())));
    }

    @PostMapping({
        "/sign-in/code/send",
        "/desk/sign-in/code/send",
        "/sign-in/again/code/send",
        "/desk/sign-in/again/code/send"
    })
    ModelAndView send(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with) {
        return Owed.page(page, request, response, owed -> sent(page, owed, with));
    }

    @PostMapping({"/sign-in/code", "/desk/sign-in/code", "/sign-in/again/code", "/desk/sign-in/again/code"})
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String with) {
        return Owed.page(page, request, response, owed -> by(page, owed, with, way -> check(page, owed, code, way)));
    }

    private ModelAndView check(Page page, Owed owed, String code, Authenticator way) {
        if (owed.session().proofs().passwordAt() == null) {
            return page.redirect(owed.path(""));
        }
        if (code.isBlank()) {
            return asked(page, owed, way, null, Words.problem(page, "code", "signin.code.missing"));
        }
        var session = owed.session();
        var account = signIns.account(session.account());
        var check = signIns.codes().check(session, account, way.id(), owed.purpose(), code);
        if (check instanceof Codes.Check.Wrong && !owed.again()) {
            signIns.entry().missed(owed.visit(), session, account, way.id());
        }
        if (!(check instanceof Codes.Check.Right)) {
            return asked(page, owed, way, null, Words.wrong(page, "code", check));
        }
        var by = way.way().name();
        if (owed.again()) {
            var proofs = new Session.Proofs(session.proofs().passwordAt(), trace.now(), by);
            signIns.entry().proven(owed.visit(), session, proofs);
        } else {
            signIns.entry().afterCode(owed.visit(), session, account, by);
        }
        return page.redirect(next(owed));
    }

    @GetMapping({"/sign-in/ways", "/desk/sign-in/ways", "/sign-in/again/ways", "/desk/sign-in/again/ways"})
    ModelAndView ways(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String lost) {
        return Owed.page(
                page, request, response, owed -> page.view("signin/ways", "form", ways(owed), "lost", lost != null));
    }

    /** Something was lost: what is left lets them in, and then they report it. */
    @PostMapping("/sign-in/ways")
    ModelAndView lost(Page page, HttpServletRequest request, HttpServletResponse response) {
        return Owed.page(page, request, response, owed -> {
            sessions.returnTo(owed.session().id(), "/account/security/lost");
            return page.redirect(owed.path("/ways?lost"));
        });
    }

    private Ways ways(Owed owed) {
        return new Ways(
                owed.path("/code/send"),
                owed.path("/backup"),
                signIns.ways(signIns.account(owed.session().account())),
                !owed.again(),
                passkey(owed));
    }

    /** After the last proof, when nothing else was wanted. */
    @GetMapping({"/sign-in/next", "/desk/sign-in/next"})
    ModelAndView goOn(Page page, HttpServletRequest request, HttpServletResponse response) {
        return elsewhere(page, new Visit(request, response));
    }

    ModelAndView sent(Page page, Owed owed, @Nullable String with) {
        return by(page, owed, with, way -> sentTo(page, owed, way));
    }

    private ModelAndView sentTo(Page page, Owed owed, Authenticator way) {
        var account = signIns.account(owed.session().account());
        var sending = signIns.codes().send(owed.session(), account, way.id(), owed.purpose(), page.language());
        return switch (sending) {
            case Codes.Sending.Sent() -> page.redirect(owed.path("/code?with=" + way.id()));
            case Codes.Sending.NotNow notNow -> asked(page, owed, way, null, Words.because(page, "code", notNow));
        };
    }

    /** Where a passkey of this account is asked for; nobody without one is sent there. */
    @Nullable
    String passkey(Owed owed) {
        return keys.any(owed.session().account()) ? owed.visit().path("/sign-in/passkey") : null;
    }

    /** Where no way to codes is left, the page with what else there is. */
    private ModelAndView by(Page page, Owed owed, @Nullable String with, Function<Authenticator, ModelAndView> then) {
        return signIns.way(signIns.account(owed.session().account()), with)
                .map(then)
                .orElseGet(() -> page.redirect(owed.path("/ways")));
    }

    private String next(Owed owed) {
        var visit = owed.visit();
        var session = owed.session();
        if (parked.find(visit.request(), session.account()).isPresent()) {
            return visit.path("/sign-in/kept");
        }
        if (session.returnTo() != null) {
            return session.returnTo();
        }
        return owed.again() ? visit.home() : visit.path("/sign-in/next");
    }

    /** Where somebody belongs who does not owe a code. */
    static ModelAndView elsewhere(Page page, Visit visit) {
        return page.redirect(visit.session()
                .map(session -> switch (session.level()) {
                    case FULL -> visit.home();
                    case HALF -> visit.path("/sign-in/code");
                    case SETUP -> "/sign-up/next";
                    case OWING -> visit.path("/sign-in/new-password");
                })
                .orElse(visit.path("/sign-in")));
    }

    private static ModelAndView asked(
            Page page, Owed owed, Authenticator way, @Nullable String notice, List<Problem> problems) {
        var asked = new Asked(owed.path("/code"), owed.path("/ways"), 0, way, null, notice, problems);
        return page.view("signin/code", "asked", asked);
    }
}
