package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** The page that looks like the thing you keep, and the file to save: a backup code. */
record Keep(String action, String code, int step, List<Problem> problems) {
    static ModelAndView view(Page page, String action, String code, int step, List<Problem> problems) {
        return page.view("signin/keep", "keep", new Keep(action, BackupCodes.grouped(code), step, problems));
    }

    static ResponseEntity<String> file(Page page, String code) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("fairway-backup-code.txt")
                                .build()
                                .toString())
                .body(page.text("signin.keep.file", page.agency(), BackupCodes.grouped(code)));
    }
}
