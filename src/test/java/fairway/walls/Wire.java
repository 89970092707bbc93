package fairway.walls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as an attacker would write them and reads what comes back; no client library tidies anything up. */
record Wire(int port) {
    /** One answer; names of headers in lower case, status 0 when the server only closed the connection. */
    record Answer(int status, Map<String, List<String>> headers, String bytes) {
        String body() {
            return new String(content(), StandardCharsets.UTF_8);
        }

        byte[] content() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        String header(String name) {
            var values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? "" : String.join(", ", values);
        }

        List<String> cookies() {
            return headers.getOrDefault("set-cookie", List.of());
        }

        String location() {
            return header("Location");
        }
    }

    /** Lines of the head without the last empty one, then the body, as ISO 8859-1. */
    Answer send(List<String> head, String body) {
        return raw(String.join("\r\n", head) + "\r\n\r\n" + body);
    }

    Answer raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(request.lines().findFirst().orElse(""), e);
        }
    }

    Answer ask(String method, String target, String... headers) {
        var head = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: localhost:" + port));
        head.addAll(List.of(headers));
        head.add("Connection: close");
        return send(head, "");
    }

    Answer form(String target, String form, String... headers) {
        return body("POST", target, "application/x-www-form-urlencoded", form, headers);
    }

    /** The body as UTF-8. */
    Answer body(String method, String target, String type, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: localhost:" + port));
        head.addAll(List.of(headers));
        head.addAll(List.of("Content-Type: " + type, "Content-Length: " + bytes.length, "Connection: close"));
        return send(head, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** One file with the token of its form. */
    Answer upload(String target, String csrf, String name, byte[] file, String... headers) {
        return upload(target, csrf, Map.of("foreign", "no"), name, file, headers);
    }

    /** The same with these fields between token and file. */
    Answer upload(String target, String csrf, Map<String, String> fields, String name, byte[] file, String... headers) {
        var utf8 = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var body = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
                + fields.entrySet().stream()
                        .map(field -> "\r\n--edge\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue())
                        .collect(java.util.stream.Collectors.joining())
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + utf8
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--edge--\r\n";
        var head = new ArrayList<>(List.of("POST " + target + " HTTP/1.1", "Host: localhost:" + port));
        head.addAll(List.of(headers));
        head.addAll(List.of(
                "Content-Type: multipart/form-data; boundary=edge",
                "Content-Length: " + body.length(),
                "Connection: close"));
        return send(head, body);
    }

    private static Answer read(byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), text);
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new TreeMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        var body = text.substring(end + 4);
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            body = joined(body);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body);
    }

    private static String joined(String chunks) throws IOException {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line).split(";", -1)[0], 16);
            whole.write(chunks.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + size + 2;
            if (size == 0) {
                break;
            }
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
