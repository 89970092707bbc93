package fairway;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** The invented people of a demonstration, and how to sign in as them. */
final class Demonstration {
    private Demonstration() {}

    /** Creates them where they are missing; answers the lines to print. */
    static List<String> prepare(ApplicationContext context, boolean people) {
        return people ? List.of("Application " + context.getId()) : List.of();
    }
}
