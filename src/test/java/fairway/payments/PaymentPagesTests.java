package fairway.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.ui.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.web.filter.OncePerRequestFilter;

@FairwayTest
@RecordApplicationEvents
@Import(PaymentPagesTests.SignedIn.class)
@Tag("FIL-8")
class PaymentPagesTests extends Shop {
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_declined_and_then_an_approved_card_in_the_browser() {
        var page = visit(1280, redirect(general()));
        assertThat(page.title()).startsWith("Pay by card");
        shoot(page, "card-en-1280");
        click(page, "Pay $470.00");
        assertThat(page.locator(".fw-problems li").count()).isEqualTo(3);
        shoot(page, "card-problems-en-1280");

        type(page, MagicCard.DECLINED);
        click(page, "Pay $470.00");
        assertThat(page.locator("h1").textContent()).isEqualTo("We did not receive a payment");
        shoot(page, "declined-en-1280");
        click(page, "Try to pay again");
        type(page, MagicCard.APPROVED);
        click(page, "Pay $470.00");
        assertThat(page.locator("h1").textContent()).isEqualTo("We received your payment");
        assertThat(page.locator("main a.usa-button").getAttribute("href")).isEqualTo("/filing/" + pack);
        shoot(page, "received-en-1280");
        page.goBack();
        assertThat(states()).containsExactly(IntentState.DECLINED, IntentState.SUCCEEDED);
        assertThat(booked("card-provider")).isEqualTo(47000);
    }

    @Test
    void two_payments_with_a_slow_bank_in_spanish_on_a_telephone() {
        var url = payments.begin(pack, account, renewal(), "/filing/" + pack, Locale.of("es"))
                        instanceof Begin.Redirect(var address)
                ? address
                : "";
        var page = visit(360, url);
        shoot(page, "card-es-360");
        type(page, MagicCard.APPROVED);
        click(page, "Pagar $470.00");
        assertThat(page.locator("h1").textContent()).isEqualTo("Un pago llegó, otro todavía falta");
        shoot(page, "partly-es-360");
        click(page, "Pagar la siguiente tarifa");
        type(page, MagicCard.SLOW);
        click(page, "Pagar $275.00");
        assertThat(page.locator("h1").textContent()).isEqualTo("Estamos preguntando al banco. No pague otra vez");
        shoot(page, "asking-es-360");
        clock.advance(java.time.Duration.ofMinutes(4));
        Browser.follow(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revisar otra vez")));
        assertThat(page.locator("h1").textContent()).isEqualTo("Recibimos su pago");
        shoot(page, "received-es-360");
    }

    @Test
    void leaving_and_coming_back_goes_on_and_the_lost_answer_ends_without_a_way_back() {
        var page = visit(360, redirect(general()));
        shoot(page, "card-en-360");
        click(page, "Stop and go back without paying");
        assertThat(page.locator("h1").textContent()).isEqualTo("We did not receive a payment");
        shoot(page, "cancelled-en-360");
        click(page, "Try to pay again");
        var cardPage = page.url();
        page.navigate(address("/payments/" + pack));
        assertThat(page.locator("h1").textContent()).isEqualTo("Your payment is not finished");
        shoot(page, "open-en-360");
        click(page, "Go back to the card page");
        assertThat(page.url()).isEqualTo(cardPage);
        type(page, MagicCard.ANSWER_LOST);
        click(page, "Pay $470.00");
        assertThat(page.locator("h1").textContent()).isEqualTo("The connection broke");
        page.navigate(cardPage);
        assertThat(page.locator("h1").textContent()).isEqualTo("This card page is closed");
        shoot(page, "over-en-360");
    }

    @Test
    void a_stranger_sees_the_same_as_for_a_payment_that_does_not_exist() {
        redirect(general());
        var stranger = browser.window(1280);
        stranger.addCookies(List.of(new Cookie("test-account", UUID.randomUUID().toString()).setUrl(address("/"))));
        var page = stranger.newPage();
        assertThat(page.navigate(address("/payments/" + pack)).status()).isEqualTo(404);
        assertThat(page.navigate(address("/payments/" + UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(page.navigate(address("/cards/nothing")).status()).isEqualTo(404);
    }

    @Test
    void the_callback_is_open_to_signed_calls_only() throws IOException, InterruptedException {
        var session = pay(general(), MagicCard.ANSWER_LOST);
        var body = new CallbackBody("card." + session.reference(), session.reference()).bytes();
        assertThat(post(body, "t=1,v1=0")).isEqualTo(400);
        assertThat(states()).containsExactly(IntentState.STARTED);
        assertThat(post(body, bean(CallbackSignature.class).sign(body))).isEqualTo(204);
        assertThat(states()).containsExactly(IntentState.SUCCEEDED);
    }

    private int post(byte[] body, String signature) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address("/payments/callback")))
                                    .header(CallbackSignature.HEADER, signature)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Page visit(int width, String path) {
        var window = browser.window(width);
        window.addCookies(List.of(new Cookie("test-account", account.toString()).setUrl(address("/"))));
        var page = window.newPage();
        page.navigate(address(path));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void type(Page page, MagicCard card) {
        page.locator("#number").fill(card.shown());
        page.locator("#expiry").fill("04 / 29");
        page.locator("#code").fill("123");
    }

    private static void click(Page page, String button) {
        Browser.follow(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/pictures/payments-" + name + ".png")));
        assertThat(Axe.faults(page)).as(name).isEmpty();
    }

    /** Stands in for sign-in: the account of a cookie is signed in. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SignedIn {
        @Bean
        FilterRegistrationBean<OncePerRequestFilter> signedIn() {
            var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(
                        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                        throws ServletException, IOException {
                    var cookies = request.getCookies();
                    if (cookies != null) {
                        Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals("test-account"))
                                .forEach(cookie -> signIn(request, UUID.fromString(cookie.getValue())));
                    }
                    chain.doFilter(request, response);
                }
            });
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
            return registration;
        }

        private static void signIn(HttpServletRequest request, UUID account) {
            List<GrantedAuthority> authorities = List.of(
                    new SimpleGrantedAuthority("ROLE_PERSON"),
                    FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY),
                    FactorGrantedAuthority.fromAuthority("FACTOR_CODE"));
            request.setAttribute(
                    Visitor.ATTRIBUTE, new Visitor(account, "Ana Invented", false, Set.of(), account, ZoneOffset.UTC));
            request.setAttribute(
                    RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME,
                    new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated("test", null, authorities)));
        }
    }
}
