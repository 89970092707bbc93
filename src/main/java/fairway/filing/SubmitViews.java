package fairway.filing;

import fairway.drafts.Opened;
import fairway.filing.SubmitPages.Group;
import fairway.filing.SubmitPages.Line;
import fairway.forms.Answer;
import fairway.identity.Accounts;
import fairway.payments.Begin;
import fairway.payments.IntentView;
import fairway.payments.PaymentState;
import fairway.payments.Payments;
import fairway.payments.Quote;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the last pages together: what is signed, what is owed. */
@Component
class SubmitViews {
    private final Signables signables;
    private final ReviewViews reviews;
    private final Paying paying;
    private final SignTokens tokens;
    private final Accounts accounts;

    SubmitViews(Signables signables, ReviewViews reviews, Paying paying, SignTokens tokens, Accounts accounts) {
        this.signables = signables;
        this.reviews = reviews;
        this.paying = paying;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Component
    record Paying(Payments payments, Confirmations confirmations) {}

    SubmitPages.Sign sign(Page page, Opened draft, String typed, @Nullable Problem problem) {
        var language = draft.edition().language(page.language());
        var signable = signables.of(draft);
        var answered = draft.answers().items().values().stream()
                .filter(answer -> !(answer instanceof Answer.Unanswered))
                .count();
        var head = draft.draft();
        var token = tokens.show(head.account(), head.id(), signable.filing().sha256());
        return new SubmitPages.Sign(
                draft.path(),
                draft.edition().text(language, "form.title"),
                signable,
                reviews.papers(page, draft, signable.files()),
                whys(draft, signable.fees(), language),
                reviews.acceptedNow(page, draft),
                (int) answered,
                typed,
                problem == null ? List.of() : List.of(problem),
                new SubmitPages.Post(
                        token,
                        accounts.ownerMark(head.account()),
                        paying.confirmations().remark(page, draft)));
    }

    /** Why each fee is owed, in the words of the edition. */
    private static Map<String, String> whys(Opened draft, List<String> fees, Locale language) {
        return draft.edition().fees().stream()
                .filter(rule -> fees.contains(rule.code()))
                .collect(Collectors.toMap(
                        rule -> rule.code(), rule -> draft.edition().text(language, rule.textKey())));
    }

    /** What a signing page showed; a forged one, or of another draft or account, is not found. */
    SignTokens.Shown shown(UUID account, UUID draft, String token) {
        return tokens.read(account, draft, token).orElseThrow(NotFound::new);
    }

    Problem problem(Page page, Opened draft, String field, String textKey) {
        return new Problem(field, page.text(textKey, Signer.of(draft).name().whole()));
    }

    PaymentState stateOf(Pack pack) {
        return paying.payments().stateOf(pack.id());
    }

    boolean canReopen(Pack pack) {
        return switch (stateOf(pack)) {
            case PaymentState.Nothing(), PaymentState.Owed _ -> true;
            case PaymentState.Pending _, PaymentState.PartlyPaid _, PaymentState.Paid _ -> false;
        };
    }

    Begin begin(Opened draft, Pack pack, Locale language) {
        var quote = paying.confirmations().quote(draft, pack.owed().fees());
        return paying.payments().begin(pack.id(), pack.account(), quote, draft.path() + "/paid", language);
    }

    SubmitPages.Pay pay(Page page, Opened draft, Pack pack, @Nullable String message) {
        var language = draft.edition().language(page.language());
        var quote = paying.confirmations().quote(draft, pack.owed().fees());
        var state = stateOf(pack);
        var views = views(state);
        var failed = message != null
                ? Optional.of(message)
                : views.stream()
                        .filter(view -> view.reason() != null && !view.paid())
                        .map(view -> page.text("filing.pay.reason." + view.reason()))
                        .findFirst();
        return new SubmitPages.Pay(
                draft.path(),
                draft.edition().text(language, "form.title"),
                groups(page, draft, quote, views, language),
                new SubmitPages.Standing(
                        failed.orElse(null), state instanceof PaymentState.PartlyPaid, canReopen(pack)),
                accounts.ownerMark(pack.account()));
    }

    private static List<IntentView> views(PaymentState state) {
        return switch (state) {
            case PaymentState.Nothing() -> List.of();
            case PaymentState.Owed(var views) -> views;
            case PaymentState.Pending(var views, var _) -> views;
            case PaymentState.PartlyPaid(var views) -> views;
            case PaymentState.Paid(var views, var _) -> views;
        };
    }

    private static List<Group> groups(Page page, Opened draft, Quote quote, List<IntentView> views, Locale language) {
        var groups = new ArrayList<Group>();
        for (var group : quote.groups()) {
            var lines = quote.of(group).stream()
                    .map(line -> new Line(
                            page.text(line.nameKey()),
                            draft.edition().text(language, line.whyKey()),
                            line.source(),
                            line.confirmed(),
                            line.cents()))
                    .toList();
            var paid = views.stream().anyMatch(view -> view.group().equals(group) && view.paid());
            groups.add(new Group(quote.payments().indexOf(group) + 1, lines, quote.total(group), paid));
        }
        return groups;
    }
}
