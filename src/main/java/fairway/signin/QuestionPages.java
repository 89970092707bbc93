package fairway.signin;

import fairway.identity.Account;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Step 8: five questions chosen from the catalogue, with typed answers. */
@Controller
class QuestionPages {
    private final Setup setup;
    private final ResetAnswers answers;

    QuestionPages(Setup setup, ResetAnswers answers) {
        this.setup = setup;
        this.answers = answers;
    }

    @GetMapping("/sign-up/questions")
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.QUESTIONS)
                .map(at -> form(page, read(request), List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @PostMapping("/sign-up/questions")
    ModelAndView set(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.QUESTIONS);
        if (at.isEmpty()) {
            return setup.elsewhere(page, visit);
        }
        var pairs = read(request);
        var problems = problems(page, at.get().account(), pairs);
        if (!problems.isEmpty()) {
            return form(page, pairs, problems);
        }
        answers.set(at.get().account().id(), pairs);
        return setup.onward(page, visit);
    }

    static List<Problem> problems(Page page, Account account, List<Questions.Pair> pairs) {
        var texts = pairs.stream().map(pair -> question(page, pair.question())).toList();
        var problems = new ArrayList<Problem>();
        for (var finding : Questions.findings(pairs, texts, about(account))) {
            var name = finding.fault().name().toLowerCase(Locale.ROOT);
            var field = (name.startsWith("question") ? "question" : "answer") + (finding.position() + 1);
            problems.add(new Problem(field, page.text("signin.questions." + name, finding.position() + 1)));
        }
        return problems;
    }

    private static List<Questions.Pair> read(HttpServletRequest request) {
        var pairs = new ArrayList<Questions.Pair>();
        for (int i = 1; i <= Questions.HOW_MANY; i++) {
            pairs.add(new Questions.Pair(
                    Objects.requireNonNullElse(request.getParameter("question" + i), ""),
                    Objects.requireNonNullElse(request.getParameter("answer" + i), "")));
        }
        return pairs;
    }

    private static List<String> about(Account account) {
        var about = new ArrayList<>(List.of(account.email().split("[@.+_-]")));
        about.add(account.email());
        about.addAll(List.of(account.shownName().split("\\s+")));
        return about;
    }

    private static String question(Page page, String id) {
        return Questions.CATALOGUE.contains(id) ? page.text("signin.question." + id) : "";
    }

    private static ModelAndView form(Page page, List<Questions.Pair> pairs, List<Problem> problems) {
        var options = Questions.CATALOGUE.stream()
                .map(id -> Option.of(id, page.text("signin.question." + id)))
                .toList();
        return page.view("signin/questions", "pairs", pairs, "options", options, "problems", problems);
    }
}
