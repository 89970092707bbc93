package fairway.administration;

import fairway.identity.EmailAddress;
import fairway.passkeys.Passkeys;
import fairway.ui.NotFound;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works here, for administrators: invite, change roles, send a new link, stop. */
@Controller
class StaffPages {
    private static final String PATH = "/desk/staff";
    private static final Set<String> SAID = Set.of("invited", "revoked", "roles", "disabled", "link");

    private final Staff staff;
    private final Passkeys passkeys;

    StaffPages(Staff staff, Passkeys passkeys) {
        this.staff = staff;
        this.passkeys = passkeys;
    }

    record Row(Staff.Member member, List<Role> roles, boolean passkey) {}

    record Listed(
            List<Row> rows,
            List<Invitations.Invitation> open,
            @Nullable String notice) {}

    record Inviting(String email, List<Option> options, Set<String> chosen, List<Problem> problems) {}

    record One(Row row, boolean self, List<Option> options, Set<String> chosen, List<Problem> problems) {}

    @GetMapping(PATH)
    ModelAndView list(Page page, @RequestParam(required = false) @Nullable String done) {
        administrator(page);
        var rows = staff.members().stream().map(this::row).toList();
        return page.view(
                "administration/staff",
                "listed",
                new Listed(rows, staff.open(), done != null && SAID.contains(done) ? done : null));
    }

    @GetMapping(PATH + "/invite")
    ModelAndView invite(Page page) {
        administrator(page);
        return inviting(page, "", Set.of(), List.of());
    }

    @StepUp
    @PostMapping(PATH + "/invite")
    ModelAndView invite(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String email) {
        var by = administrator(page);
        var roles = roles(request);
        var read = EmailAddress.read(email);
        var problems = new ArrayList<Problem>();
        if (read.isEmpty()) {
            problems.add(new Problem("email", page.text("signin.email.unreadable")));
        }
        if (roles.isEmpty()) {
            problems.add(new Problem("roles", page.text("administration.roles.missing")));
        }
        if (!problems.isEmpty()) {
            return inviting(page, email, roles, problems);
        }
        staff.invite(by.account(), read.orElseThrow(), roles, page.language());
        return page.redirect(PATH + "?done=invited");
    }

    @StepUp
    @PostMapping(PATH + "/invitations/{id}/revoke")
    ModelAndView revoke(Page page, @PathVariable UUID id) {
        if (!staff.revoke(administrator(page).account(), id)) {
            throw new NotFound();
        }
        return page.redirect(PATH + "?done=revoked");
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(Page page, @PathVariable UUID id) {
        administrator(page);
        var member = member(id);
        return one(page, member, member.account().roles(), List.of());
    }

    @StepUp
    @PostMapping(PATH + "/{id}/roles")
    ModelAndView assign(Page page, HttpServletRequest request, @PathVariable UUID id) {
        var by = administrator(page);
        var member = member(id);
        var roles = roles(request);
        if (roles.isEmpty()) {
            var missing = List.of(new Problem("roles", page.text("administration.roles.missing")));
            return one(page, member, roles, missing);
        }
        return staff.assign(by.account(), id, roles)
                ? page.redirect(PATH + "?done=roles")
                : one(page, member, member.account().roles(), own(page));
    }

    @StepUp
    @PostMapping(PATH + "/{id}/disable")
    ModelAndView disable(Page page, @PathVariable UUID id) {
        var by = administrator(page);
        var member = member(id);
        return staff.disable(by.account(), id)
                ? page.redirect(PATH + "?done=disabled")
                : one(page, member, member.account().roles(), own(page));
    }

    /** For somebody who lost their ways in or was stopped: what they choose anew replaces the old. */
    @StepUp
    @PostMapping(PATH + "/{id}/link")
    ModelAndView link(Page page, @PathVariable UUID id) {
        var by = administrator(page);
        var account = member(id).account();
        staff.invite(by.account(), new EmailAddress(account.email()), account.roles(), account.language());
        return page.redirect(PATH + "?done=link");
    }

    private Row row(Staff.Member member) {
        var account = member.account();
        return new Row(member, Role.read(account.roles()), passkeys.any(account.id()));
    }

    private Staff.Member member(UUID id) {
        return staff.member(id).orElseThrow(NotFound::new);
    }

    private ModelAndView one(Page page, Staff.Member member, Set<String> chosen, List<Problem> problems) {
        var self = administrator(page).account().equals(member.account().id());
        return page.view("administration/member", "one", new One(row(member), self, options(page), chosen, problems));
    }

    private static ModelAndView inviting(Page page, String email, Set<String> chosen, List<Problem> problems) {
        return page.view("administration/invite", "form", new Inviting(email, options(page), chosen, problems));
    }

    private static List<Problem> own(Page page) {
        return List.of(new Problem("", page.text("administration.own")));
    }

    private static Set<String> roles(HttpServletRequest request) {
        var typed = request.getParameterValues("roles");
        return typed == null
                ? Set.of()
                : Role.read(List.of(typed)).stream().map(Role::name).collect(Collectors.toSet());
    }

    private static List<Option> options(Page page) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(
                        role.name(),
                        page.text("administration.role." + role.key()),
                        page.text("administration.role." + role.key() + ".about")))
                .toList();
    }

    /** Everybody else finds nothing here. */
    private static Visitor administrator(Page page) {
        return page.visitor()
                .filter(Visitor::staff)
                .filter(visitor -> visitor.roles().contains(Role.ADMINISTRATOR.name()))
                .orElseThrow(NotFound::new);
    }
}
