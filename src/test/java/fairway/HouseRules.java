package fairway;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** The house rules that the compiler cannot hold, each by its name; each is tried on a planted violation, too. */
final class HouseRules {
    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|Processor|Handler|Data|Info|Dto)|Abstract.*|I[A-Z][a-z].*");
    private static final Set<String> WALL_CLOCK = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        return Map.of(
                "names say what a thing is", names(),
                "at most five constructor parameters", constructors(),
                "fields are final", finalFields(),
                "pages, repositories and settings are package-private", hidden(),
                "no field injection", noFieldInjection(),
                "time is injected", noWallClock(),
                "randomness is injected", noLooseRandomness(),
                "identifiers are not secrets", noRandomUuid(),
                "events in the same transaction or by job", noModuleListener(),
                "one error page for everything", noCatchAll());
    }

    /** Needs all classes at once, so it stands apart. */
    static ArchRule oneDoorPerModule() {
        return classes()
                .that(are("public beans", HouseRules::publicBean))
                .should(check("be their module's only door", (door, events) -> {
                    var others = door.getPackage().getClasses().stream()
                            .filter(HouseRules::publicBean)
                            .count();
                    if (others > 1) {
                        events.add(violated(door, door.getName() + " is one of " + others + " public beans"));
                    }
                }));
    }

    private static boolean publicBean(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                && type.getModifiers().contains(PUBLIC)
                && !type.isAnnotatedWith(SpringBootApplication.class);
    }

    private static ArchRule names() {
        return classes().that(areOurs()).should(check("have a telling name", (type, events) -> {
            if (BANNED_NAME.matcher(type.getSimpleName()).matches()) {
                events.add(violated(type, type.getName() + " says how, not what"));
            }
        }));
    }

    private static ArchRule constructors() {
        return classes().that(areOurs()).should(check("need at most five things", (type, events) -> {
            if (type.isRecord()) {
                return;
            }
            for (JavaConstructor constructor : type.getConstructors()) {
                if (constructor.getRawParameterTypes().size() > 5) {
                    events.add(violated(type, constructor.getFullName() + " takes more than five parameters"));
                }
            }
        }));
    }

    private static ArchRule finalFields() {
        return fields().that()
                .areDeclaredInClassesThat(areOurs())
                .and()
                .areNotStatic()
                .should(new ArchCondition<JavaField>("be final") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (!field.getModifiers().contains(FINAL)) {
                            events.add(violated(field, field.getFullName() + " can change"));
                        }
                    }
                });
    }

    private static ArchRule hidden() {
        return classes()
                .that(are(
                        "pages, repositories or settings",
                        type -> type.isAnnotatedWith(Controller.class)
                                || type.isAnnotatedWith(Repository.class)
                                || type.getSimpleName().endsWith("Settings")))
                .should(check("be package-private", (type, events) -> {
                    if (type.getModifiers().contains(PUBLIC)) {
                        events.add(violated(type, type.getName() + " is public"));
                    }
                }));
    }

    private static ArchRule noFieldInjection() {
        return ArchRuleDefinition.noFields()
                .that()
                .areDeclaredInClassesThat(areOurs())
                .should()
                .beAnnotatedWith(Autowired.class);
    }

    private static ArchRule noWallClock() {
        return classes().that(areOurs()).should(check("take time from outside", (type, events) -> {
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                var target = call.getTarget();
                var owner = target.getOwner().getName();
                if (WALL_CLOCK.contains(target.getName())
                        && target.getRawParameterTypes().isEmpty()
                        && (owner.startsWith("java.time.") || owner.equals("java.lang.System"))) {
                    events.add(violated(type, call.getDescription()));
                }
            }
        }));
    }

    private static ArchRule noLooseRandomness() {
        return noClasses()
                .that(areOurs())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");
    }

    private static ArchRule noRandomUuid() {
        return noClasses().that(areOurs()).should().callMethod(UUID.class, "randomUUID");
    }

    /** By simple name: its library is not even among the dependencies. */
    private static ArchRule noModuleListener() {
        return classes().that(areOurs()).should(check("not listen after the transaction", (type, events) -> {
            for (var method : type.getMethods()) {
                if (method.getAnnotations().stream()
                        .anyMatch(one -> one.getRawType().getSimpleName().equals("ApplicationModuleListener"))) {
                    events.add(violated(method, method.getFullName() + " may lose its event"));
                }
            }
        }));
    }

    private static ArchRule noCatchAll() {
        return classes()
                .that(areOurs())
                .and(are("outside ui", type -> !type.getPackageName().equals("fairway.ui")))
                .should(check("leave error pages to ui", (type, events) -> {
                    if (List.of("ControllerAdvice", "RestControllerAdvice").stream()
                            .anyMatch(
                                    name -> type.isAnnotatedWith("org.springframework.web.bind.annotation." + name))) {
                        events.add(violated(type, type.getName() + " makes error pages of its own"));
                    }
                }));
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return are(
                "written by us",
                type -> type.getPackageName().startsWith("fairway")
                        && !type.getName().contains(".Jte")
                        && !type.getModifiers().contains(SYNTHETIC));
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static ArchCondition<JavaClass> check(String description, BiConsumer<JavaClass, ConditionEvents> rule) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                rule.accept(type, events);
            }
        };
    }
}
