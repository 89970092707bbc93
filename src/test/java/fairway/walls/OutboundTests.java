package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.filing.TestFilings;
import fairway.signin.TestSignIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing a person types or uploads makes this machine call another. */
@FairwayTest
@Tag("A36")
class OutboundTests {
    private static final String CALL = "http://canary.example.org/called";
    private static final Set<String> OURS =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", "[0:0:0:0:0:0:0:1]", "0.0.0.0");

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestFilings filings;

    @Autowired
    Cases cases;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    private final @Nullable ProxySelector before = ProxySelector.getDefault();
    private final Set<String> called = new ConcurrentSkipListSet<>();

    /** Sockets, URL connections and the HTTP client ask here before they connect. */
    @BeforeEach
    void listen() {
        clock.set(TestClock.START);
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                if (!OURS.contains(uri.getHost())) {
                    called.add(uri.toString());
                }
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void stop() {
        ProxySelector.setDefault(before);
    }

    @Test
    void a_call_would_be_heard() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(InetSocketAddress.createUnresolved("canary.example.org", 80), 1);
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
        assertThat(called).anyMatch(call -> call.contains("canary.example.org"));
    }

    @Test
    void names_words_letters_and_headers_with_addresses_in_them_call_nobody() {
        var evil = "<img src=\"" + CALL + "\"><link rel=stylesheet href='" + CALL + "'>";
        var owner = signIn.person("Ana " + evil, Locale.ENGLISH);
        filings.receive(owner.account(), "Ana <img src=" + CALL + ">", Locale.ENGLISH);
        jobs.runDue();
        var file = cases.of(owner.account()).getFirst().file();
        var officer = new Officer(signIn.officer("Olga", "OFFICER").account(), false);
        for (var taken = cases.takeNext(officer);
                taken.isPresent() && !taken.get().equals(file.receipt());
                taken = cases.takeNext(officer)) {}
        var seen = cases.open(officer, file.receipt()).orElseThrow().version();
        cases.requestEvidence(
                officer, seen, "Send " + evil, cases.latestAnswerDay().latest());
        jobs.runDue();
        var wire = new Wire(port);
        for (var page : List.of("/account", "/cases/" + file.receipt().value(), "/", "/sign-in")) {
            assertThat(wire.ask(
                                    "GET",
                                    page,
                                    Routes.cookies(owner),
                                    "X-Forwarded-For: 203.0.113.9",
                                    "X-Forwarded-Host: canary.example.org",
                                    "X-Real-IP: canary.example.org",
                                    "Client-IP: canary.example.org",
                                    "X-Wap-Profile: " + CALL,
                                    "Referer: " + CALL,
                                    "Origin: http://canary.example.org",
                                    "From: root@canary.example.org")
                            .status())
                    .isLessThan(500);
        }
        assertThat(called).isEmpty();
    }

    @Test
    void files_with_addresses_in_them_call_nobody() {
        var owner = Visitor.of(port, signIn.person());
        var things = List.of(
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + CALL + "'/></svg>",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM '" + CALL + "'>]><x>&y;</x>",
                "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/URI/URI(" + CALL + ")>>/AcroForm<</XFA(" + CALL
                        + ")>>>>endobj\ntrailer<</Root 1 0 R>>",
                "{\\rtf1 {\\*\\template " + CALL + "}}");
        owner.get("/forms/i-765");
        var draft = owner.post("/forms/i-765/start").location();
        for (var name : List.of("a.svg", "a.xml", "a.pdf", "a.png")) {
            for (var thing : things) {
                var answer =
                        owner.upload(draft + "/evidence/photos/files", name, thing.getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).isLessThan(500);
            }
        }
        jobs.runDue();
        assertThat(called).isEmpty();
    }
}
