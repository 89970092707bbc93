package fairway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModules;

@Execution(ExecutionMode.CONCURRENT)
class ModulesTests {
    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(Fairway.class).verify();
    }
}
