package fairway.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;

/** Turns one job into the bytes of one PDF. Nothing outside the job is ever fetched: no picture, style sheet or font by address. */
final class Press {
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private record Font(String family, int weight, FSSupplier<InputStream> file) {
        Font(String file, String family, int weight) {
            this(family, weight, inMemory(bytesOf(file)));
        }

        private static FSSupplier<InputStream> inMemory(byte[] bytes) {
            return () -> new ByteArrayInputStream(bytes);
        }
    }

    private final List<Font> fonts = List.of(
            new Font("PublicSans-Regular.ttf", "serif", 400),
            new Font("PublicSans-Regular.ttf", "Public Sans", 400),
            new Font("PublicSans-Bold.ttf", "Public Sans", 700),
            new Font("NotoSans-Regular.ttf", "Noto Sans", 400),
            new Font("NotoSans-Bold.ttf", "Noto Sans", 700));

    byte[] print(PaperJob job, Sheet.Footer footer, Instant now) {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(COLOURS)
                .useUriResolver((base, address) -> address.startsWith("#") ? address : null)
                .useReplacementText("?")
                .withProducer("Fairway")
                .withW3cDocument(Sheet.of(job, footer), null);
        fonts.forEach(font -> builder.useFont(font.file(), font.family(), font.weight(), FontStyle.NORMAL, true));
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            new Imprint(job, now).on(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Press.class.getResourceAsStream("/paper/" + name), name);
    }

    private static byte[] bytesOf(String file) {
        try (var in = resource(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
