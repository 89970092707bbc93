package fairway;

import fairway.signin.Signin;
import fairway.signin.Signin.DemoSignIn;
import fairway.support.Support;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The invented people of a demonstration, and how to sign in as them. */
final class Demonstration {
    private static final String PERSON_PASSWORD = "Calm harbor, two buoys.";
    private static final String OFFICER_PASSWORD = "Quiet desk, north light.";
    private static final String PERSON = "marisol@example.org";
    private static final String FIRST_OFFICER = "olu@office.example.org";
    private static final String SECOND_OFFICER = "ines@office.example.org";

    private static final String FIRST_AGENT = "sam@office.example.org";
    private static final String SECOND_AGENT = "kim@office.example.org";

    private Demonstration() {}

    /** Creates them where they are missing; answers the lines to print. */
    static List<String> prepare(ApplicationContext context, boolean people) {
        if (!people) {
            return List.of();
        }
        var signin = context.getBean(Signin.class);
        var appSecret = "demo-app-secret-1234".getBytes(StandardCharsets.US_ASCII);
        signin.demoPerson(
                new DemoSignIn(PERSON, PERSON_PASSWORD, "202-555-0143", appSecret),
                Locale.ENGLISH,
                "Marisol Quintanilla");
        signin.demoOfficer(
                new DemoSignIn(FIRST_OFFICER, OFFICER_PASSWORD, null, null), "Olu Bankole-Test", Set.of("OFFICER"));
        signin.demoOfficer(
                new DemoSignIn(SECOND_OFFICER, OFFICER_PASSWORD, null, null),
                "Ines Halvorsen-Test",
                Set.of("OFFICER", "SUPERVISOR"));
        signin.demoOfficer(
                new DemoSignIn(FIRST_AGENT, OFFICER_PASSWORD, null, null), "Sam Ferreira-Test", Set.of("SUPPORT"));
        signin.demoOfficer(
                new DemoSignIn(SECOND_AGENT, OFFICER_PASSWORD, null, null), "Kim Adeyemi-Test", Set.of("SUPPORT"));
        context.getBean(Support.class)
                .demoRequest(new Support.DemoRequest(
                        "Marisol Quintanilla",
                        LocalDate.of(1991, 8, 14),
                        "marisol.new.mailbox@example.org",
                        "My bag with my phone and my notebook was stolen, and I cannot read my old mailbox any more. "
                                + "My account signs in with " + PERSON + "."));
        return List.of(
                "",
                "Demo sign-ins (one-time codes land on the outbox page):",
                "  applicant        " + PERSON + "  password: " + PERSON_PASSWORD,
                "  officer          " + FIRST_OFFICER + "  password: " + OFFICER_PASSWORD,
                "  second officer   " + SECOND_OFFICER + "  password: " + OFFICER_PASSWORD,
                "  help desk        " + FIRST_AGENT + "  password: " + OFFICER_PASSWORD,
                "  its second agent " + SECOND_AGENT + "  password: " + OFFICER_PASSWORD);
    }
}
