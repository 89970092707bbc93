package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An installation as a process with its own certificate; commands look at it and change its keys while it serves. */
@Tag("SEC-8")
@Execution(ExecutionMode.CONCURRENT)
class SealedInstallationTests {
    private static final char[] SECRET = "for-the-test".toCharArray();

    @TempDir
    Path temporary;

    private final OwnProcess own = own();

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Test
    @Tag("H10")
    @Tag("SEC-11")
    void it_speaks_tls_with_its_own_certificate_and_is_audited_and_gets_new_keys_while_it_serves() throws Exception {
        var first = certificate("first");
        var running = own.start(
                own.port(),
                "--no-demo",
                "--fairway.tls.certificate=" + temporary.resolve("tls.crt"),
                "--fairway.tls.key=" + temporary.resolve("tls.key"),
                "--spring.ssl.bundle.watch.file.quiet-period=1s");
        assertThat(OwnProcess.untilReady(running)).anyMatch(line -> line.contains("https://localhost:" + own.port()));
        var page = get(first, "/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");

        var rotated = own.start(Ports.free(), "--keys", "rotate");
        assertThat(said(rotated, 0))
                .contains(
                        "kek-2 was made",
                        "mac-2 was made",
                        "fingerprint-2 was made",
                        "The running Fairway takes it up");
        assertThat(own.data().resolve("keys/fingerprint-2.key")).exists();
        own.query("update jobs.scheduled_task set execution_time = now() where task_name = 'vault-rewrap'"
                + " returning task_name");
        waitFor(() -> own.query("select count(*) from vault.data_key where kek_id = 1 and destroyed_at is null")
                .equals("0"));
        assertThat(own.query("select count(*) from vault.data_key where kek_id = 2"))
                .isNotEqualTo("0");
        assertThat(get(first, "/sign-in").statusCode()).isEqualTo(200);

        var audited = own.start(Ports.free(), "--self-audit");
        assertThat(said(audited, 0)).contains("Nothing failed.", "is for its owner only", "kek-2 is 0 days old");
        Files.writeString(own.data().resolve("secrets/planted"), "x");
        assertThat(said(own.start(Ports.free(), "--self-audit"), 1)).contains("FAILED   files: others may read");

        var second = certificate("second");
        waitFor(() -> served(first, second));
    }

    @Test
    void another_address_than_localhost_needs_tls_or_a_load_balancer_that_speaks_it() throws Exception {
        var process = own.start(own.port(), "--server.address=0.0.0.0");
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Listening on 0.0.0.0 needs TLS (fairway.tls.certificate, fairway.tls.key)");
    }

    /** The new certificate is served, and the old one is not any more. */
    private boolean served(Certificate old, Certificate renewed) {
        try {
            get(renewed, "/help");
        } catch (IOException notYet) {
            return false;
        }
        try {
            get(old, "/help");
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    private static String said(Process process, int code) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(code);
        return output;
    }

    private HttpResponse<String> get(Certificate trusted, String page) throws IOException {
        try (var http = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + own.port() + page))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting(Certificate certificate) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("own", certificate);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (java.security.GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made by the tools of the JDK; its files take the place of the ones before. */
    private X509Certificate certificate(String name) throws Exception {
        var store = temporary.resolve(name + ".p12");
        var made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "30",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(SECRET)))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), SECRET);
        var certificate = (X509Certificate) Objects.requireNonNull(keys.getCertificate("own"));
        pem(
                "tls.key",
                "PRIVATE KEY",
                Objects.requireNonNull(keys.getKey("own", SECRET)).getEncoded());
        pem("tls.crt", "CERTIFICATE", certificate.getEncoded());
        return certificate;
    }

    private void pem(String file, String kind, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                temporary.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** Asks until it holds; the database and the page answer in their own time. */
    private void waitFor(Condition condition) throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(until);
            own.query("select pg_sleep(0.2)");
        }
    }

    private static OwnProcess own() {
        try {
            return new OwnProcess();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
