package fairway.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files for tests, good and bad, all made here. */
final class Samples {
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private Samples() {}

    static byte[] pdf() {
        return pdf(1, document -> {});
    }

    static byte[] pdf(int pages, Consumer<PDDocument> change) {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            change.accept(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] locked(String user) {
        return pdf(1, document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static byte[] pdfThat(String action) {
        return pdf(1, document -> {
            var act = new COSDictionary();
            act.setItem(COSName.S, COSName.getPDFName(action));
            act.setItem(COSName.F, new COSString("cmd.exe"));
            document.getDocumentCatalog().getCOSObject().setItem("OpenAction", act);
        });
    }

    static byte[] pdfWith(String key, COSBase value) {
        return pdf(1, document -> document.getDocumentCatalog().getCOSObject().setItem(key, value));
    }

    /** One array inside another, deeper than any document needs. */
    static byte[] nested(int depth) {
        var text = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X " + "[".repeat(depth) + "]".repeat(depth)
                + ">>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
        return ascii(text + "trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n");
    }

    /** A table of objects that names itself as the one before it. */
    static byte[] loop() {
        var head =
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]"
                        + "/Parent 2 0 R>>\nendobj\n";
        return ascii(head + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 3/Prev " + head.length()
                + ">>\nstartxref\n" + head.length() + "\n%%EOF\n");
    }

    /** Objects packed a thousand to one. */
    static byte[] bomb(String type) {
        var packed = deflated(new byte[40 << 20]);
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1"
                + "/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n4 0 obj\n<<" + type
                + "/N 1000/First 10/Filter/FlateDecode/Length " + packed.length + ">>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(ascii("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] picture(String format) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A small file that says it is a huge picture. */
    static byte[] hugePng(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        out.writeBytes(chunk("IDAT", deflated(new byte[100_000])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** A TIFF whose first page is followed by itself. */
    static byte[] loopingTiff() {
        var in = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        in.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        in.putShort((short) 2);
        in.putShort((short) 256).putShort((short) 4).putInt(1).putInt(10);
        in.putShort((short) 257).putShort((short) 4).putInt(1).putInt(10);
        in.putInt(8);
        return in.array();
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static COSArray someArray() {
        return new COSArray();
    }

    private static byte[] chunk(String kind, byte[] content) {
        var sum = new CRC32();
        sum.update(ascii(kind));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(ascii(kind))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] plain) {
        var deflater = new Deflater(9);
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[65_536];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
