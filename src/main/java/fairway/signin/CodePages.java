package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
    private final ParkedPosts parked;
    private final Signin.Keys keys;
    private final Trace trace;

    CodePages(SignIns signIns, ParkedPosts parked, Signin.Keys keys, Trace trace) {
        this.signIns = signIns;
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
        return Owed.by(request, response)
                .map(owed -> asked(page, owed, way(owed, with), late == null ? null : "signin.code.late", List.of()))
                .orElseGet(() -> elsewhere(page, new Visit(request, response)));
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
        return Owed.by(request, response)
                .map(owed -> sent(page, owed, with))
                .orElseGet(() -> elsewhere(page, new Visit(request, response)));
    }

    @PostMapping({"/sign-in/code", "/desk/sign-in/code", "/sign-in/again/code", "/desk/sign-in/again/code"})
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String with) {
        var owed = Owed.by(request, response);
        if (owed.isEmpty()) {
            return elsewhere(page, new Visit(request, response));
        }
        if (owed.get().session().proofs().passwordAt() == null) {
            return page.redirect(owed.get().path(""));
        }
        var way = way(owed.get(), with);
        if (code.isBlank()) {
            return asked(page, owed.get(), way, null, Words.problem(page, "code", "signin.code.missing"));
        }
        var session = owed.get().session();
        var account = signIns.account(session.account());
        var check = signIns.codes().check(session, account, way.id(), owed.get().purpose(), code);
        if (check instanceof Codes.Check.Wrong && !owed.get().again()) {
            signIns.entry().missed(owed.get().visit(), session, account, way.id());
        }
        if (!(check instanceof Codes.Check.Right)) {
            return asked(page, owed.get(), way, null, Words.wrong(page, "code", check));
        }
        var by = way.way().name();
        if (owed.get().again()) {
            var proofs = new Session.Proofs(session.proofs().passwordAt(), trace.now(), by);
            signIns.entry().proven(owed.get().visit(), session, proofs);
        } else {
            signIns.entry().afterCode(owed.get().visit(), session, account, by);
        }
        return page.redirect(next(owed.get()));
    }

    @GetMapping({"/sign-in/ways", "/desk/sign-in/ways", "/sign-in/again/ways", "/desk/sign-in/again/ways"})
    ModelAndView ways(Page page, HttpServletRequest request, HttpServletResponse response) {
        return Owed.by(request, response)
                .map(owed -> page.view(
                        "signin/ways",
                        "form",
                        new Ways(
                                owed.path("/code/send"),
                                owed.path("/backup"),
                                signIns.ways(signIns.account(owed.session().account())),
                                !owed.again(),
                                passkey(owed))))
                .orElseGet(() -> elsewhere(page, new Visit(request, response)));
    }

    /** After the last proof, when nothing else was wanted. */
    @GetMapping({"/sign-in/next", "/desk/sign-in/next"})
    ModelAndView goOn(Page page, HttpServletRequest request, HttpServletResponse response) {
        return elsewhere(page, new Visit(request, response));
    }

    ModelAndView sent(Page page, Owed owed, @Nullable String with) {
        var way = way(owed, with);
        var account = signIns.account(owed.session().account());
        var sending = signIns.codes().send(owed.session(), account, way.id(), owed.purpose(), page.language());
        return switch (sending) {
            case Codes.Sending.Sent() -> page.redirect(owed.path("/code?with=" + way.id()));
            case Codes.Sending.NotNow(var because) ->
                asked(page, owed, way, null, Words.because(page, "code", because));
        };
    }

    /** Where a passkey of this account is asked for; nobody without one is sent there. */
    @Nullable
    String passkey(Owed owed) {
        return keys.any(owed.session().account()) ? owed.visit().path("/sign-in/passkey") : null;
    }

    private Authenticator way(Owed owed, @Nullable String with) {
        return signIns.way(signIns.account(owed.session().account()), with);
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
