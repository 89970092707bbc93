package fairway;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Fairway: the embedded database, the application, and in a demonstration its invented people. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Fairway {
    public static void main(String[] args) throws InterruptedException {
        try {
            new Start(Options.read(List.of(args), System.getenv()), System.out).run();
        } catch (CannotStart refused) {
            System.err.println("Fairway cannot start. " + refused.getMessage());
            System.exit(2);
        } catch (IOException broken) {
            System.err.println("Fairway cannot start. " + broken.getMessage());
            System.exit(2);
        }
        // The kernel ends the database with the thread that started it: this one stays.
        new CountDownLatch(1).await();
    }
}
