package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fairway.FairwayTest;
import fairway.Ports;
import fairway.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real mail server that refuses, hangs and comes back. */
@FairwayTest
class MailServerTests {
    @Autowired
    Delivery delivery;

    @Autowired
    Ledger ledger;

    @Autowired
    Wording wording;

    @Autowired
    Ending ending;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Test
    void while_the_mail_server_refuses_or_hangs_the_message_waits_and_then_arrives_once() throws IOException {
        var message = Samples.email("m" + UUID.randomUUID() + "@example.org");
        var id = delivery.send(message).message();
        var server = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        int port = server.getSmtp().getServerSetup().getPort();

        var refused = sender(port).tryToSend(id);
        assertThat(refused).contains(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(reason(id)).startsWith("FAILED_TEMPORARY 1 MAIL");

        try (var _ = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            clock.set(refused.orElseThrow());
            assertThat(sender(port, Duration.ofMillis(500)).tryToSend(id))
                    .contains(clock.instant().plus(Duration.ofMinutes(5)));
            assertThat(reason(id)).startsWith("FAILED_TEMPORARY 2 MAIL");
        }

        server.start();
        try {
            clock.advance(Duration.ofMinutes(5));
            assertThat(sender(port).tryToSend(id)).isEmpty();
            assertThat(sender(port).tryToSend(id)).isEmpty();
            assertThat(delivery.stateOf(message.dedupe())).contains(DeliveryState.SENT);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    private Sender sender(int port) {
        return sender(port, Duration.ofMinutes(1));
    }

    private Sender sender(int port, Duration patience) {
        var settings = new DeliverySettings.Smtp("127.0.0.1", port, "", "", false, patience);
        var carrier = new SmtpCarrier(settings, "no-reply@example.org");
        return new Sender(ledger, wording, channel -> carrier, ending, clock);
    }

    private String reason(UUID id) {
        return db.sql("select state || ' ' || tries || ' ' || reason from delivery.message where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
