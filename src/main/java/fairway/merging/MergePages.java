package fairway.merging;

import fairway.audit.Actor;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Obstacle;
import fairway.merging.Asking.Outcome;
import fairway.ui.ChangesAccess;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Joining two accounts of one person, step by step in each of them; every step but stopping asks for a fresh proof. */
@Controller
class MergePages {
    private static final String PATH = "/account/security/merge";
    private static final String CODE = PATH + "/code";
    private static final Set<Merge.State> PART = Set.of(Merge.State.JOINED, Merge.State.FINAL);
    private static final Set<String> SAID = Set.of("stopped", "proven", "undone", "over", "changed");

    private final Asking asking;
    private final Deciding deciding;
    private final Accounts accounts;
    private final MergingSettings settings;

    MergePages(Asking asking, Deciding deciding, Accounts accounts, MergingSettings settings) {
        this.asking = asking;
        this.deciding = deciding;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** What is under way: which side the reader is, what the other one is called once they may know, when it goes on. */
    record Open(Merge merge, boolean kept, @Nullable Other other, String code, Instant from) {}

    record Other(String name, String lastFour) {}

    /** What was decided before, and until when it can be taken back. */
    record Past(
            Merge merge,
            boolean kept,
            String lastFour,
            @Nullable Instant until,
            @Nullable Told told) {}

    /** What the person had told us in the account that became part of this one, where this one says something else. */
    record Told(String name, @Nullable LocalDate born, List<String> home) {
        boolean nothing() {
            return name.isEmpty() && born == null && home.isEmpty();
        }
    }

    @GetMapping(PATH)
    @StepUp
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String done) {
        return show(page, SAID.contains(done) ? done : "", List.of());
    }

    @PostMapping(PATH)
    @StepUp
    @ChangesAccess
    ModelAndView begin(Page page) {
        return switch (asking.begin(person(page))) {
            case Outcome.Done() -> page.redirect(PATH);
            case Outcome.Wrong() -> page.redirect(PATH);
            case Outcome.Blocked(var by) -> show(page, "", problems(page, "begin", by));
            case Outcome.TooOften(var until) -> tooOften(show(page, "", often(page, "begin", until)));
        };
    }

    @GetMapping(CODE)
    @StepUp
    @ChangesAccess
    ModelAndView code(Page page) {
        return entering(page, "", List.of());
    }

    @PostMapping(CODE)
    @StepUp
    @ChangesAccess
    ModelAndView enter(Page page, @RequestParam(defaultValue = "") String code) {
        return switch (asking.enter(person(page), code)) {
            case Outcome.Done() -> page.redirect(CODE);
            case Outcome.Wrong() ->
                entering(page, code, List.of(new Problem("code", page.text("merging.problem.code"))));
            case Outcome.Blocked(var by) -> entering(page, code, problems(page, "code", by));
            case Outcome.TooOften(var until) -> tooOften(entering(page, code, often(page, "code", until)));
        };
    }

    @PostMapping(CODE + "/agree")
    @StepUp
    @ChangesAccess
    ModelAndView agree(Page page, @RequestParam(defaultValue = "") String sure) {
        if (!sure.equals("yes")) {
            return entering(page, "", List.of(new Problem("sure", page.text("merging.problem.sure"))));
        }
        return switch (asking.agree(person(page))) {
            case Outcome.Done() -> page.redirect(PATH + "?done=proven");
            case Outcome.Wrong() -> page.redirect(PATH + "?done=over");
            case Outcome.Blocked ignored -> page.redirect(PATH + "?done=changed");
            case Outcome.TooOften ignored -> page.redirect(PATH);
        };
    }

    /** Stopping is never held up. */
    @PostMapping(PATH + "/stop")
    ModelAndView stop(Page page) {
        var account = person(page);
        asking.stop(account, Actor.person(account));
        return page.redirect(PATH + "?done=stopped");
    }

    /** In the account that stays. */
    @PostMapping(PATH + "/undo")
    @StepUp
    ModelAndView undo(Page page, @RequestParam(defaultValue = "") String merge) {
        var account = person(page);
        var done = asking.past(account).stream()
                .filter(past ->
                        past.id().toString().equals(merge) && past.kept().equals(account))
                .anyMatch(past -> deciding.undo(past.id(), Actor.person(account)));
        return page.redirect(PATH + "?done=" + (done ? "undone" : "over"));
    }

    private ModelAndView show(Page page, String done, List<Problem> problems) {
        var account = person(page);
        return page.view(
                "merging/own",
                "open",
                asking.open(account).map(merge -> open(merge, account)).orElse(null),
                "past",
                asking.past(account).stream().map(merge -> past(merge, account)).toList(),
                "done",
                done,
                "problems",
                problems);
    }

    private ModelAndView entering(Page page, String typed, List<Problem> problems) {
        var entered = asking.enteredBy(person(page));
        return page.view(
                "merging/code",
                "other",
                entered.map(merge -> other(merge.kept())).orElse(null),
                "own",
                accounts.find(person(page))
                        .map(Account::number)
                        .orElseThrow(NotFound::new)
                        .lastFour(),
                "typed",
                typed,
                "problems",
                problems);
    }

    private Open open(Merge merge, UUID account) {
        var kept = merge.kept().equals(account);
        var asked = merge.state() == Merge.State.ASKED;
        return new Open(
                merge,
                kept,
                merge.proven() ? other(kept ? merge.other() : merge.kept()) : null,
                kept && asked ? asking.code(merge).grouped() : "",
                merge.proven() ? merge.from(settings.rest()) : merge.course().codeUntil());
    }

    private Past past(Merge merge, UUID account) {
        var kept = merge.kept().equals(account);
        var until = kept && deciding.canBeUndone(merge) ? merge.takenBackUntil(settings.takenBack()) : null;
        var part = kept && PART.contains(merge.state());
        return new Past(
                merge,
                kept,
                other(kept ? merge.other() : merge.kept()).lastFour(),
                until,
                part ? told(merge.kept(), merge.other()) : null);
    }

    private Told told(UUID kept, UUID gone) {
        var here = accounts.profileOf(kept);
        var there = accounts.profileOf(gone);
        var name = there.name();
        return new Told(
                name == null || name.equals(here.name()) ? "" : name.whole(),
                Objects.equals(there.born(), here.born()) ? null : there.born(),
                there.homes().stream()
                        .limit(1)
                        .filter(home -> !here.homes().contains(home))
                        .flatMap(home -> home.address().lines().stream())
                        .toList());
    }

    private Other other(UUID id) {
        return accounts.find(id)
                .map(found -> new Other(found.shownName(), found.number().lastFour()))
                .orElse(new Other("", ""));
    }

    private static List<Problem> problems(Page page, String field, Set<Obstacle> by) {
        return by.stream()
                .map(one -> new Problem(field, page.text("merging.obstacle." + key(one))))
                .toList();
    }

    private static String key(Obstacle obstacle) {
        return obstacle.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Problem> often(Page page, String field, Instant until) {
        return List.of(new Problem(field, page.text("merging.problem.often", page.instant(until))));
    }

    private static ModelAndView tooOften(ModelAndView view) {
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    private static UUID person(Page page) {
        return page.visitor()
                .filter(visitor -> !visitor.staff())
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
