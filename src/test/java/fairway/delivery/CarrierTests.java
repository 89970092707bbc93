package fairway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import fairway.delivery.Carrier.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTests {
    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Test
    void e_mail_goes_out_as_words_and_as_html() throws Exception {
        var carrier = smtp(MAIL.getSmtp().getPort());
        assertThat(carrier.carry(Samples.letter(Channel.EMAIL, "ana@example.org")))
                .isInstanceOf(Outcome.Carried.class);
        var received = MAIL.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("News about ñandú");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getWholeMessage(received))
                .contains("text/plain", "text/html", "<p>There is news.</p>")
                .contains("From: no-reply@example.org");
    }

    @Test
    void a_mail_server_that_is_down_is_tried_again_and_an_address_that_cannot_be_is_not() {
        var letter = Samples.letter(Channel.EMAIL, "ana@example.org");
        assertThat(smtp(1).carry(letter)).isEqualTo(new Outcome.Later(Reason.of(Reason.Code.MAIL_NOT_TAKEN)));
        var broken = Samples.letter(Channel.EMAIL, "not an address");
        assertThat(smtp(MAIL.getSmtp().getPort()).carry(broken))
                .isEqualTo(new Outcome.Never(Reason.of(Reason.Code.MAIL_ADDRESS_UNUSABLE)));
    }

    @ParameterizedTest
    @CsvSource({"200,Carried", "202,Carried", "400,Never", "404,Never", "429,Later", "500,Later", "503,Later"})
    void the_text_service_decides_by_its_status(int status, String expected) throws IOException {
        var asked = new ArrayBlockingQueue<String>(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = "{\"id\":\"ref-7\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var letter = Samples.letter(Channel.TEXT, "+12025550142");
            var outcome = text(server.getAddress().getPort()).carry(letter);
            assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(asked.remove())
                    .startsWith("Bearer secret ")
                    .contains("\"to\":\"+12025550142\"", "\"reference\":\"" + letter.id() + "\"");
            if (outcome instanceof Outcome.Never(var reason)) {
                assertThat(reason.stored()).isEqualTo("TEXT_ANSWER " + status);
                assertThat(Reason.read(reason.stored())).isEqualTo(reason);
            }
            if (outcome instanceof Outcome.Carried(var reference)) {
                assertThat(reference).isEqualTo("ref-7");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_text_service_that_is_down_is_tried_again() {
        assertThat(text(1).carry(Samples.letter(Channel.TEXT, "+12025550142")))
                .isEqualTo(new Outcome.Later(Reason.of(Reason.Code.TEXT_FAULT, "ConnectException")));
    }

    @Test
    void a_letter_waits_in_the_spool_folder_whole(@TempDir Path folder) throws IOException {
        var letter = Samples.letter(Channel.LETTER, "Ana, 1 Main St");
        assertThat(new SpoolCarrier(folder).carry(letter)).isEqualTo(new Outcome.Carried(letter.id() + ".json"));
        assertThat(Files.readString(folder.resolve(letter.id() + ".json"))).contains("There is news.", "1 Main St");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        var file = folder.resolve(letter.id() + ".json");
        assertThat(new SpoolCarrier(file).carry(letter)).isInstanceOf(Outcome.Later.class);
        assertThat(Reason.read("spool: FileAlreadyExistsException"))
                .as("as it was kept before there were codes")
                .isEqualTo(new Reason.Sentence("spool: FileAlreadyExistsException"));
    }

    private static SmtpCarrier smtp(int port) {
        return new SmtpCarrier(
                new DeliverySettings.Smtp("127.0.0.1", port, "", "", false, Duration.ofSeconds(10)),
                "no-reply@example.org");
    }

    private static TextApiCarrier text(int port) {
        return new TextApiCarrier(
                new DeliverySettings.TextApi(URI.create("http://127.0.0.1:" + port + "/"), "secret", "555"));
    }
}
