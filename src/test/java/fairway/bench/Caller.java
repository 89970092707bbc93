package fairway.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One browser: a network address of its own (told as a trusted load balancer would), one kept connection, its cookies. Written
 * by hand so that the load generator takes as little as possible of the two cores it shares with what it measures.
 */
public final class Caller implements AutoCloseable {
    private static final String FORM = "00000000-0000-4000-8000-000000000000";
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long KEPT = 20_000_000_000L;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String LOCALLY = "locally";

    private final int port;
    private final String from;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable Socket socket;
    private byte[] buffer = new byte[32_768];
    private int at;
    private int end;
    private long lastUse;

    /** The caller with this number has an address of its own. */
    Caller(int port, int number) {
        this.port = port;
        this.from = address(number);
        cookies.put("__Host-csrf", FORM);
    }

    /** Another connection of somebody who is signed in. */
    Caller again(int number) {
        var other = new Caller(port, number);
        other.cookies.putAll(cookies);
        return other;
    }

    /** After a restart of the product on another port. */
    Caller moved(int newPort, int number) {
        var other = new Caller(newPort, number);
        other.cookies.putAll(cookies);
        return other;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "", new byte[0]);
    }

    Answer post(String path, Map<String, String> form) throws IOException {
        return post(path, List.copyOf(form.entrySet()), "");
    }

    Answer post(String path, List<Map.Entry<String, String>> form, String headers) throws IOException {
        var body = new StringBuilder("_csrf=").append(token());
        for (var field : form) {
            body.append('&').append(encode(field.getKey())).append('=').append(encode(field.getValue()));
        }
        return send(
                "POST",
                path,
                "Content-Type: application/x-www-form-urlencoded\r\n" + headers,
                body.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Answer upload(String path, String name, String type, byte[] content) throws IOException {
        var line = "--fairwaybench";
        var head = line + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token() + "\r\n" + line
                + "\r\nContent-Disposition: form-data; name=\"foreign\"\r\n\r\nno\r\n" + line
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var stop = ("\r\n" + line + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        var headers = "Content-Type: multipart/form-data; boundary=fairwaybench\r\n";
        return send("POST", path, headers, start, content, stop);
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is gone, which is what was wanted
            }
            socket = null;
        }
    }

    static String token() {
        var token = FORM.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    /** As somebody who sits at the machine itself: no load balancer between. */
    Answer getLocally(String path) throws IOException {
        return send("GET", path, LOCALLY, new byte[0]);
    }

    /** From now on with another session of the same kind of cookies. */
    void becomes(Caller like, String session) {
        cookies.putAll(like.cookies);
        cookies.put("__Host-session", session);
    }

    private Answer send(String method, String path, String headers, byte[]... body) throws IOException {
        var kept = socket != null && System.nanoTime() - lastUse < KEPT;
        try {
            return exchange(method, path, headers, body);
        } catch (IOException broken) {
            close();
            if (!kept || !method.equals("GET")) {
                throw broken;
            }
            return exchange(method, path, headers, body);
        }
    }

    private Answer exchange(String method, String path, String headers, byte[]... body) throws IOException {
        var line = connected();
        long length = 0;
        for (var part : body) {
            length += part.length;
        }
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
                + (headers.equals(LOCALLY) ? "" : "X-Forwarded-For: " + from + "\r\n" + headers)
                + (method.equals("POST") ? "Content-Length: " + length + "\r\n" : "") + cookieLine();
        var out = line.getOutputStream();
        out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
        write(out, body);
        var answer = read(line.getInputStream());
        lastUse = System.nanoTime();
        return answer;
    }

    private static void write(OutputStream out, byte[]... body) throws IOException {
        for (var part : body) {
            for (int sent = 0; sent < part.length; sent += 65_536) {
                out.write(part, sent, Math.min(65_536, part.length - sent));
            }
        }
        out.flush();
    }

    private Socket connected() throws IOException {
        if (socket != null && System.nanoTime() - lastUse > KEPT) {
            close();
        }
        if (socket == null) {
            var fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            socket = fresh;
            at = 0;
            end = 0;
        }
        return socket;
    }

    /** The cookie of the session, as name and value. */
    public Map.Entry<String, String> session() {
        return cookies.entrySet().stream()
                .filter(cookie -> !cookie.getKey().equals("__Host-csrf"))
                .findFirst()
                .orElseThrow();
    }

    private String cookieLine() {
        var line = new StringBuilder("Cookie: ");
        cookies.forEach(
                (name, value) -> line.append(name).append('=').append(value).append("; "));
        line.setLength(line.length() - 2);
        return line.append("\r\n").toString();
    }

    private Answer read(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                keep(value);
            }
            headers.put(name, value);
        }
        var body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks(in)
                : exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if ("close".equals(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        int semicolon = cookie.indexOf(';');
        var name = cookie.substring(0, equals);
        var value = cookie.substring(equals + 1, semicolon < 0 ? cookie.length() : semicolon);
        if (name.equals("__Host-csrf")) {
            return;
        }
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private byte[] chunks(InputStream in) throws IOException {
        var all = new java.io.ByteArrayOutputStream(16_384);
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            all.write(exactly(in, size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private String line(InputStream in) throws IOException {
        for (int from0 = at; ; from0++) {
            if (from0 == end) {
                int before = from0 - at;
                fill(in);
                from0 = at + before;
            }
            if (buffer[from0] == END[1]) {
                var line = new String(buffer, at, Math.max(0, from0 - at - 1), StandardCharsets.ISO_8859_1);
                at = from0 + 1;
                return line;
            }
        }
    }

    private byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = new byte[length];
        int have = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, 0, have);
        at += have;
        if (in.readNBytes(bytes, have, length - have) < length - have) {
            throw new EOFException("The answer ended early");
        }
        return bytes;
    }

    private void fill(InputStream in) throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The connection was closed");
        }
        end += read;
    }

    /** Neighbours by number are no neighbours on the network, as people are not. */
    private static String address(int number) {
        return "11." + (1 + number % 250) + "." + (1 + number / 250 % 250) + "." + (1 + number / 62_500 % 250);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
