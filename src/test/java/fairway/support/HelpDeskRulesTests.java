package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fairway.identity.Accounts;
import fairway.identity.Joins;
import fairway.identity.Safety;
import fairway.recovery.Recovery;
import fairway.signin.CodeWays;
import fairway.signin.Signin;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the code of the help desk can reach at all. */
@Tag("SEC-4")
class HelpDeskRulesTests {
    /** All it may ask of the modules that decide who gets in: reading, and nothing that reads or sets a secret. */
    private static final Map<Class<?>, Set<String>> ALLOWED = Map.of(
            Recovery.class, Set.of("assisted", "status"),
            Signin.class, Set.of("ways", "waysToCodes"),
            CodeWays.class, Set.of("all", "lost", "phones"),
            Joins.class, Set.of("leading"),
            Safety.class, Set.of("addresses", "holdOn"),
            Accounts.class,
                    Set.of("find", "byNumber", "byEmail", "joins", "mailings", "peopleAfter", "profileOf", "safety"));

    @Test
    @Tag("R11")
    @Tag("A18")
    void the_help_desk_calls_nothing_that_reads_or_sets_a_secret_or_an_address() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fairway.support");
        var forbidden = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var type : classes) {
            for (var call : type.getMethodCallsFromSelf()) {
                var owner = call.getTarget().getOwner().getName();
                var name = call.getTarget().getName();
                ALLOWED.forEach((door, allowed) -> {
                    if (owner.equals(door.getName())) {
                        (allowed.contains(name) ? used : forbidden).add(owner + "#" + name);
                    }
                });
                if (owner.startsWith("fairway.passwords.") || owner.startsWith("fairway.signin.Secrets")) {
                    forbidden.add(owner + "#" + name);
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(5);
        assertThat(forbidden).isEmpty();
    }
}
