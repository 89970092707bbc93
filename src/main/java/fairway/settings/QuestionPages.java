package fairway.settings;

import fairway.ui.ChangesAccess;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** New questions for resetting the password. The old answers are never shown: nobody can read them. */
@Controller
class QuestionPages {
    private static final String HERE = "/account/security/questions";

    private final Owner owner;

    QuestionPages(Owner owner) {
        this.owner = owner;
    }

    @GetMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView show(Page page) {
        var secrets = owner.signin().secrets();
        var empty = Collections.nCopies(secrets.howManyQuestions(), "");
        var chosen = secrets.standing(owner.id(page)).questions();
        return form(page, chosen.size() == empty.size() ? chosen : empty, empty, List.of());
    }

    @PostMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView change(Page page, HttpServletRequest request) {
        var questions = read(request, "question");
        var answers = read(request, "answer");
        var problems = owner.signin().secrets().changeQuestions(page, questions, answers);
        return problems.isEmpty() ? page.redirect(Done.at("questions")) : form(page, questions, answers, problems);
    }

    private List<String> read(HttpServletRequest request, String name) {
        var read = new ArrayList<String>();
        for (int i = 1; i <= owner.signin().secrets().howManyQuestions(); i++) {
            read.add(Objects.requireNonNullElse(request.getParameter(name + i), ""));
        }
        return read;
    }

    private ModelAndView form(Page page, List<String> questions, List<String> answers, List<Problem> problems) {
        var options = owner.signin().secrets().catalogue().stream()
                .map(id -> Option.of(id, page.text("signin.question." + id)))
                .toList();
        return page.view(
                "settings/questions",
                "questions",
                questions,
                "answers",
                answers,
                "options",
                options,
                "problems",
                problems,
                "owner",
                owner.mark(page));
    }
}
