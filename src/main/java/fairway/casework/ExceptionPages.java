package fairway.casework;

import fairway.audit.Audit;
import fairway.delivery.Delivery;
import fairway.delivery.Failure;
import fairway.delivery.Reason;
import fairway.delivery.Remedy;
import fairway.identity.Accounts;
import fairway.promises.Promise;
import fairway.promises.Promises;
import fairway.ui.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What did not go as promised: promises not kept in time, messages that never arrived, and promises still open. */
@Controller
class ExceptionPages {
    private static final String HERE = "/desk/exceptions";
    private static final int SHOWN = 100;

    private final Promises promises;
    private final Delivery delivery;
    private final Accounts accounts;
    private final Audit audit;
    private final List<Remedy> remedies;

    ExceptionPages(Promises promises, Delivery delivery, Accounts accounts, Audit audit, List<Remedy> remedies) {
        this.promises = promises;
        this.delivery = delivery;
        this.accounts = accounts;
        this.audit = audit;
        this.remedies = List.copyOf(remedies);
    }

    /** Where a message that never arrived can be made anew. */
    @PostMapping(HERE)
    ModelAndView anew(Page page, @RequestParam(defaultValue = "") String message) {
        var officer = Desk.officer(page);
        var sent = id(message)
                .flatMap(delivery::failure)
                .filter(failure -> remedies.stream().anyMatch(remedy -> remedy.send(officer.account(), failure)));
        return page.redirect(HERE + (sent.isPresent() ? "?done=anew" : "?done=late"));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, @RequestParam(defaultValue = "") String done) {
        Desk.officer(page);
        var overdue = promises.overdue();
        var counts = new Counts(overdue.size(), delivery.failed(), promises.open(), SHOWN);
        return page.view(
                "casework/exceptions",
                "overdue",
                overdue.stream().limit(SHOWN).map(promise -> row(page, promise)).toList(),
                "counts",
                counts,
                "failed",
                delivery.failures(SHOWN).stream()
                        .map(failure -> new Failed(
                                page.text("casework.exceptions.channel." + failure.channel()),
                                page.text("casework.exceptions.purpose." + failure.purpose()),
                                words(page, failure.reason()),
                                failure.tries(),
                                page.instant(failure.at()),
                                number(failure.account()),
                                anew(failure)))
                        .toList(),
                "open",
                promises.next(SHOWN).stream().map(promise -> row(page, promise)).toList(),
                "chain",
                chain(page),
                "said",
                List.of("anew", "late").contains(done) ? page.text("casework.exceptions.done." + done) : "");
    }

    private static String words(Page page, Reason reason) {
        return switch (reason) {
            case Reason.Coded(var code, var detail) -> page.text("casework.exceptions.why." + code, detail);
            case Reason.Sentence(var words) -> words;
        };
    }

    private Anew anew(Failure failure) {
        return remedies.stream()
                .map(remedy -> remedy.standing(failure))
                .filter(standing -> standing != Remedy.Standing.NONE)
                .findFirst()
                .map(standing -> new Anew(standing == Remedy.Standing.POSSIBLE, failure.message()))
                .orElse(new Anew(false, null));
    }

    /** Whether a message can be sent anew; {@code message} is nothing where that is not for us. */
    record Anew(boolean possible, @Nullable UUID message) {}

    /** What the nightly check of the record of acts found. */
    private Chain chain(Page page) {
        return audit.verified()
                .map(latest -> new Chain(
                        latest.report().ok(),
                        latest.report().ok()
                                ? page.text(
                                        "casework.exceptions.chain.whole",
                                        page.instant(latest.at()),
                                        latest.report().checked())
                                : page.text("casework.exceptions.chain.broken", page.instant(latest.at()))))
                .orElseGet(() -> new Chain(true, page.text("casework.exceptions.chain.none")));
    }

    /** The latest check in words. */
    record Chain(boolean whole, String words) {}

    private Row row(Page page, Promise promise) {
        var key = "casework.exceptions.kind." + promise.kind();
        return new Row(
                page.has(key) ? page.text(key) : promise.kind(),
                promise.about(),
                page.instant(promise.madeAt()),
                page.instant(promise.until()),
                number(promise.to()));
    }

    private String number(@Nullable UUID account) {
        if (account == null) {
            return "";
        }
        return accounts.find(account).map(found -> found.number().grouped()).orElse("");
    }

    /** How many there are of each, however many are shown. */
    record Counts(int overdue, int failed, int open, int shown) {}

    /** A promise in words. */
    record Row(String what, String about, String since, String until, String account) {}

    /** A message that never arrived, in words. */
    record Failed(String channel, String purpose, String reason, int tries, String at, String account, Anew anew) {}
}
