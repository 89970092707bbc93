package fairway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets the application be put together while its database still starts and migrates: the first query waits for both. */
final class LaterDatabase implements BeanPostProcessor {
    private final CompletableFuture<Void> open = new CompletableFuture<>();

    void opened() {
        open.complete(null);
    }

    void failed(Throwable cause) {
        open.completeExceptionally(cause);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Waiting) ? new Waiting(source, open) : bean;
    }

    private static final class Waiting extends DelegatingDataSource {
        private final CompletableFuture<Void> open;

        Waiting(DataSource source, CompletableFuture<Void> open) {
            super(source);
            this.open = open;
        }

        @Override
        public Connection getConnection() throws SQLException {
            open.join();
            return super.getConnection();
        }
    }
}
