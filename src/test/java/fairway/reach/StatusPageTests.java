package fairway.reach;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.Walk;
import fairway.cases.Cases;
import fairway.cases.ReceiptNumber;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("CAS-9")
class StatusPageTests {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Walk anybody = new Walk(0);
    private ReceiptNumber receipt = new ReceiptNumber("FWY0000000000");

    @BeforeEach
    void a_case() {
        clock.advance(Duration.ofHours(1));
        anybody = new Walk(port);
        var ana = people.person("Ana Ruiz", Locale.ENGLISH);
        filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        receipt = cases.of(ana).getFirst().file().receipt();
    }

    @Test
    void anybody_with_the_number_sees_the_status_and_nothing_about_the_person() {
        var page = anybody.get("/status?receipt=" + receipt);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().replaceAll("nonce=\"[^\"]*\"", ""))
                .contains("Received and waiting for an officer", "What we are doing")
                .doesNotContain("Ana", "Ruiz", "2025-08-21");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "fwy-%s", "%20FWY%20%s%20"})
    void the_number_is_read_as_people_type_it(String typed) {
        var digits = receipt.value().substring(3);
        var number = typed.contains("fwy") || typed.contains("FWY")
                ? digits
                : receipt.grouped().replace(" ", "-");
        var page = anybody.get("/status?receipt=" + typed.replace("%s", number));
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A28")
    void an_unknown_and_a_protected_number_answer_alike() {
        var unknown = anybody.get("/status?receipt=FWY0000000000");
        db.sql("update cases.case_file set shielded = true where receipt = :receipt")
                .param("receipt", receipt.value())
                .update();
        var shielded = anybody.get("/status?receipt=" + receipt);
        assertThat(shielded.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(told(shielded, receipt.grouped())).isEqualTo(told(unknown, "FWY 0000 000 000"));
    }

    @Test
    void what_is_no_receipt_number_is_explained_without_looking() {
        var page = anybody.get("/status?receipt=12345");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("three letters and then ten digits").contains("value=\"12345\"");
    }

    @Test
    @Tag("A28")
    void who_asks_too_often_is_told_when_to_come_back() {
        for (int i = 0; i < 10; i++) {
            assertThat(anybody.get("/status?receipt=" + receipt).statusCode()).isEqualTo(200);
        }
        var refused = anybody.get("/status?receipt=" + receipt);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(anybody.get("/status?receipt=" + receipt).statusCode()).isEqualTo(200);
    }

    @Test
    void it_speaks_spanish() {
        assertThat(anybody.get("/es/status?receipt=" + receipt).body())
                .contains("Recibido y en espera de un oficial", "Qué hacemos nosotros");
    }

    private static String told(HttpResponse<String> page, String number) {
        return page.body()
                .replace('\u00a0', ' ')
                .replace(number, "NUMBER")
                .replace(number.replace(" ", ""), "NUMBER")
                .replaceAll("nonce=\"[^\"]*\"", "");
    }
}
