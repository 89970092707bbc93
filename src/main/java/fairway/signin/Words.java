package fairway.signin;

import fairway.limits.Decision;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.util.List;

/** What we say to somebody who may not go on. */
final class Words {
    private Words() {}

    static List<Problem> problem(Page page, String field, String key, Object... arguments) {
        return List.of(new Problem(field, page.text(key, arguments)));
    }

    static List<Problem> because(Page page, String field, Decision decision) {
        return switch (decision) {
            case Decision.Permitted() -> List.of();
            case Decision.Wait(var until) -> problem(page, field, "signin.wait", page.instant(until.plusSeconds(59)));
            case Decision.Disabled() -> problem(page, field, "signin.disabled");
        };
    }

    static List<Problem> because(Page page, String field, Codes.Sending.NotNow notNow) {
        return notNow.soon() && notNow.because() instanceof Decision.Wait(var until)
                ? problem(page, field, "signin.code.soon", page.instant(until.plusSeconds(59)))
                : because(page, field, notNow.because());
    }

    static List<Problem> wrong(Page page, String field, Codes.Check check) {
        return switch (check) {
            case Codes.Check.Right() -> List.of();
            case Codes.Check.Wrong() -> problem(page, field, "signin.code.wrong");
            case Codes.Check.NoCode() -> problem(page, field, "signin.code.none");
            case Codes.Check.NotNow(var because) -> because(page, field, because);
        };
    }
}
