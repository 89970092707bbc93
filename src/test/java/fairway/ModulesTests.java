package fairway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(Fairway.class).verify();
    }
}
