package fairway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
@Tag("CAS-3")
class TextRepliesTests {
    private static final AtomicLong NEXT = new AtomicLong(14_155_550_100L);

    @Autowired
    DeliverySettings settings;

    @Autowired
    Delivery delivery;

    @Autowired
    Replies replies;

    @Autowired
    Outbox outbox;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @LocalServerPort
    int port;

    private final String number = "+" + NEXT.incrementAndGet();

    @Test
    void stop_ends_texts_at_once_even_those_on_their_way_and_start_resumes_them() {
        var before = news();
        assertThat(hear("r1", "STOP")).isTrue();
        jobs.runDue();
        assertThat(delivery.stateOf(before)).contains(DeliveryState.SUPPRESSED);
        assertThat(texts()).hasSize(1).first().asString().contains("no more texts");
        var during = news();
        jobs.runDue();
        assertThat(delivery.stateOf(during)).contains(DeliveryState.SUPPRESSED);
        assertThat(delivery.stopped(Channel.TEXT, number)).isTrue();

        hear("r2", "start");
        var after = news();
        jobs.runDue();
        assertThat(delivery.stateOf(after)).contains(DeliveryState.SENT);
        assertThat(texts()).hasSize(3);
    }

    @Test
    void help_is_answered_in_the_language_the_person_agreed_in_and_chatter_is_not() {
        delivery.agreed(Channel.TEXT, number, UUID.randomUUID(), Locale.of("es"), "signin.text.notice");
        hear("h1", "HELP");
        hear("h1", "HELP");
        hear("h2", "who is this");
        jobs.runDue();
        assertThat(texts()).hasSize(1).first().asString().contains("Responda STOP");
    }

    @Test
    void a_call_without_the_right_signature_changes_nothing() {
        var body = "{\"id\":\"%s\",\"from\":\"%s\",\"text\":\"STOP\"}".formatted(UUID.randomUUID(), number);
        var now = clock.instant().getEpochSecond();
        assertThat(call(body, "")).isEqualTo(401);
        assertThat(call(body, signature("wrong", now, body))).isEqualTo(401);
        assertThat(call(body, signature(settings.replies(), now - 301, body))).isEqualTo(401);
        assertThat(call(body + " ", signature(settings.replies(), now, body))).isEqualTo(401);
        assertThat(delivery.stopped(Channel.TEXT, number)).isFalse();

        assertThat(call("[]", signature(settings.replies(), now, "[]"))).isEqualTo(400);
        assertThat(call(body, signature(settings.replies(), now, body))).isEqualTo(204);
        assertThat(delivery.stopped(Channel.TEXT, number)).isTrue();
        delivery.resume(Channel.TEXT, number);
        assertThat(call(body, signature(settings.replies(), now, body))).isEqualTo(204);
        assertThat(delivery.stopped(Channel.TEXT, number)).as("heard once").isFalse();
    }

    @Test
    void in_a_demonstration_the_outbox_page_replies() {
        news();
        jobs.runDue();
        var visitor = new Walk(port);
        assertThat(visitor.get("/outbox?to=" + number.substring(1)).body()).contains("name=\"reply\"");
        var replied = visitor.post("/outbox/replies", "from", number, "reply", "Stop");
        assertThat(replied.statusCode()).isEqualTo(303);
        assertThat(delivery.stopped(Channel.TEXT, number)).isTrue();
    }

    private boolean hear(String id, String text) {
        return replies.hear(id + number, number, text);
    }

    private String news() {
        clock.advance(Duration.ofSeconds(1));
        var dedupe = "test/" + UUID.randomUUID();
        delivery.send(new Message(
                dedupe,
                Channel.TEXT,
                number,
                Locale.ENGLISH,
                "alerts.news",
                Map.of("link", "/account"),
                null,
                Purpose.CASE));
        return dedupe;
    }

    private java.util.List<String> texts() {
        return outbox.latest(number, 10).stream()
                .map(kept -> kept.letter().body())
                .toList();
    }

    private int call(String body, String signature) {
        return new Walk(port).call("/delivery/texts", body, TextReplies.HEADER, signature);
    }

    private static String signature(String secret, long time, String body) {
        var mac = TextReplies.mac(secret, Long.toString(time), body.getBytes(UTF_8));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac);
    }
}
