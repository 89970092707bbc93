package fairway.administration;

import fairway.identity.EmailAddress;
import fairway.passwords.Demands;
import fairway.passwords.Passwords;
import fairway.signin.Signin;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind the link: name and password, then straight to a passkey. The link has proven the address. */
@Controller
class JoinPages {
    private static final String PATH = "/desk/sign-in/join";
    private static final String COOKIE = "__Host-join";
    private static final int LONGEST_NAME = 100;

    private final Staff staff;
    private final Signin signin;
    private final Passwords passwords;

    JoinPages(Staff staff, Signin signin, Passwords passwords) {
        this.staff = staff;
        this.signin = signin;
        this.passwords = passwords;
    }

    /** {@code known} is the address the link was sent to; empty where it came from the console. */
    record Form(
            String action,
            String known,
            List<Role> roles,
            String email,
            String name,
            Demands demands,
            List<Problem> problems) {}

    static String link(String token) {
        return PATH + "/" + token;
    }

    /** Takes the token out of the address before any page with links is shown. */
    @GetMapping(PATH + "/{token:[A-Za-z0-9_-]{43}}")
    ModelAndView follow(Page page, HttpServletResponse response, @PathVariable String token) {
        carry(response, token, Duration.ofMinutes(30));
        return page.redirect(PATH);
    }

    @GetMapping(PATH)
    ModelAndView show(Page page, HttpServletRequest request) {
        return invitation(request)
                .map(invitation -> form(page, invitation, "", "", List.of()))
                .orElseGet(() -> page.view("administration/over"));
    }

    @PostMapping(PATH)
    ModelAndView join(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "email", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String repeated) {
        var invitation = invitation(request);
        if (invitation.isEmpty()) {
            return page.view("administration/over");
        }
        var sent = invitation.get().email();
        var email = sent != null ? Optional.of(sent) : EmailAddress.read(typed);
        var problems = new ArrayList<Problem>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", page.text("administration.join.name.missing")));
        }
        if (email.isEmpty()) {
            problems.add(new Problem("email", page.text("signin.email.unreadable")));
        }
        email.ifPresent(known -> signin.unmet(password, known, page.agency())
                .forEach(unmet -> problems.add(new Problem(
                        "password", page.text("signin.password." + unmet.name().toLowerCase(Locale.ROOT))))));
        if (problems.isEmpty() && !password.equals(repeated)) {
            problems.add(new Problem("again", page.text("signin.password.differs")));
        }
        if (!problems.isEmpty()) {
            return form(page, invitation.get(), typed, name, problems);
        }
        var choice = new Staff.Choice(email.orElseThrow(), name.strip(), page.language(), passwords.hash(password));
        return staff.join(invitation.get(), choice)
                .map(account -> {
                    carry(response, "", Duration.ZERO);
                    signin.enterInvited(request, response, account);
                    return page.redirect("/desk/security/passkeys?done=joined");
                })
                .orElseGet(() -> page.view("administration/over"));
    }

    private Optional<Invitations.Invitation> invitation(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(staff::invitation);
    }

    private ModelAndView form(
            Page page, Invitations.Invitation invitation, String email, String name, List<Problem> problems) {
        var known = invitation.email() == null ? "" : invitation.email().value();
        return page.view(
                "administration/join",
                "form",
                new Form(PATH, known, Role.read(invitation.roles()), email, name, signin.demands(), problems));
    }

    private static void carry(HttpServletResponse response, String token, Duration life) {
        var cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
