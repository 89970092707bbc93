package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class HouseRulesTests {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fairway");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("fairway.planted");

    @TestFactory
    @Tag("H09")
    Stream<DynamicTest> our_classes_keep_the_rules() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(OURS)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_its_planted_violation() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(PLANTED).hasViolation())
                                .isTrue()));
    }

    @Test
    void every_module_has_one_door() {
        HouseRules.oneDoorPerModule().check(OURS);
        assertThat(HouseRules.oneDoorPerModule().evaluate(PLANTED).hasViolation())
                .isTrue();
    }
}
