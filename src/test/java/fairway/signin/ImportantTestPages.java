package fairway.signin;

import fairway.ui.StepUp;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Something important to do, for {@link StepUpTests} only. */
@Controller
class ImportantTestPages {
    @StepUp
    @GetMapping("/account/important")
    ResponseEntity<String> look() {
        return ResponseEntity.ok("important");
    }

    @StepUp
    @PostMapping("/account/important")
    ResponseEntity<String> act(@RequestParam String words) {
        return ResponseEntity.ok("done: " + words);
    }
}
