package fairway.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented person with answers and what they must lead to; test data and preview at once. */
public record Persona(
        String id,
        String about,
        LocalDate today,
        Map<String, Object> context,
        Map<String, Object> answers,
        Expect expect) {

    /** Page, check, evidence and fee ids in the order of the edition. */
    public record Expect(List<String> pages, List<String> checks, List<String> evidence, List<String> fees) {
        public Expect {
            pages = List.copyOf(pages);
            checks = List.copyOf(checks);
            evidence = List.copyOf(evidence);
            fees = List.copyOf(fees);
        }
    }

    /** A small change of a persona that proves what single rules say. */
    record Vector(
            String base,
            @Nullable LocalDate today,
            Map<String, Object> change,
            Map<String, Object> context,
            Outcomes expect) {

        record Outcomes(
                List<String> fires,
                List<String> silent,
                @Nullable List<String> fees,
                List<String> asked,
                List<String> notAsked) {}
    }
}
