package fairway.support;

import fairway.support.HelpRequest.Lost;
import fairway.support.HelpRequest.Written;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of the house may ask of support: an invented request, so that the desk of a demonstration has one. */
@Service
public class Support {
    private final HelpAsking asking;
    private final HelpTable table;
    private final boolean demo;

    Support(HelpAsking asking, HelpTable table, @Value("${fairway.ui.demo:false}") boolean demo) {
        this.asking = asking;
        this.table = table;
        this.demo = demo;
    }

    /** Who asks, where they read our answer, and what happened. */
    public record DemoRequest(String name, LocalDate born, String email, String text) {}

    /** Asks for help in this name, unless somebody has asked already. */
    @Transactional
    public void demoRequest(DemoRequest invented) {
        if (!demo) {
            throw new IllegalStateException("Invented people live in demonstrations only");
        }
        if (!table.any()) {
            asking.ask(
                    new Written(
                            invented.name(),
                            invented.born(),
                            "",
                            invented.email(),
                            "",
                            Lost.EVERYTHING,
                            invented.text(),
                            ""),
                    Locale.ENGLISH);
        }
    }
}
