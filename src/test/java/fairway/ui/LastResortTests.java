package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.WebServer;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The product's own web server with nothing inside but pages that fail, the page about failures included. */
class LastResortTests {
    private final WebServer server = server();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void when_even_the_page_about_failures_fails_a_plain_one_says_so_without_naming_our_insides() throws Exception {
        var answer = get("/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something went wrong", "Algo salió mal")
                .doesNotContain("Exception", "java.", "jetty", "fairway.ui", "secret words");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(RefusedAtTheDoor.POLICY);
    }

    @Test
    void an_empty_pool_is_too_much_work_also_outside_of_controllers() throws Exception {
        var answer = get("/empty-pool");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.body()).doesNotContain("Exception", "jetty");
    }

    private static WebServer server() {
        var factory = new JettyServletWebServerFactory(0);
        factory.addErrorPages(new ErrorPage("/error"));
        return factory.getWebServer(context -> {
            page(context, "/broken", () -> new IllegalStateException("secret words"));
            page(context, "/empty-pool", () -> new CannotGetJdbcConnectionException("secret words"));
            page(context, "/error", () -> new IllegalStateException("the page about failures fails: secret words"));
            context.addFilter("last resort", new LastResort())
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/*");
        });
    }

    private static void page(
            ServletContext context, String address, java.util.function.Supplier<RuntimeException> failure) {
        context.addServlet(address, new HttpServlet() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                        throw failure.get();
                    }
                })
                .addMapping(address);
    }

    private HttpResponse<String> get(String address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + address))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
