package fairway.ui;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answer to requests so broken that the container refuses them before any page is asked for. */
class RefusedAtTheDoor extends ErrorHandler {
    static final String POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>We did not understand that – Fairway</title></head>
            <body><h1>We did not understand that</h1><p>The address is not complete. <a href="/">Go to the home page</a></p>
            <p lang="es">No entendimos eso. <a href="/es">Ir a la página de inicio</a></p></body></html>
            """;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var headers = response.getHeaders();
        SecurityHeaders.fixed((name, value) -> headers.put(new HttpField(name, value)));
        headers.put("Content-Security-Policy", POLICY);
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        Content.Sink.write(response, true, PAGE, callback);
        return true;
    }
}
