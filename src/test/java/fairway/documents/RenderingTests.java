package fairway.documents;

import static fairway.documents.Samples.ascii;
import static fairway.documents.Samples.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.documents.Structure.Objection;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("AGY-3")
class RenderingTests {
    /** A picture 400 by 300 whose left half is red, held as a camera of this Exif orientation held it. */
    @ParameterizedTest
    @CsvSource({"1,400,300,10,150", "3,400,300,390,150", "6,300,400,150,10", "8,300,400,150,390"})
    void a_photo_stands_the_way_it_was_taken(int orientation, int width, int height, int redX, int redY)
            throws Exception {
        var plain = encoded(400, 300, "jpg");
        var photo = joined(Arrays.copyOf(plain, 2), exif(orientation), Arrays.copyOfRange(plain, 2, plain.length));
        var picture = Rendering.of(photo, FileType.JPEG, 1);
        var seen = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        assertThat(new Color(seen.getRGB(redX, redY)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(width - 1 - redX, height - 1 - redY)).getRed())
                .isLessThan(50);
    }

    @Test
    @Tag("A39")
    void a_large_picture_becomes_one_that_fits() throws Exception {
        var picture = Rendering.of(encoded(6000, 4000, "png"), FileType.PNG, 1);
        assertThat(picture.width()).isEqualTo(1700);
        assertThat(picture.height()).isEqualTo(1133);
    }

    @Test
    @Tag("A38")
    void a_page_of_a_mile_is_drawn_small_and_one_without_height_not_at_all() throws Exception {
        var mile = Samples.pdf(1, document -> document.getPage(0).setMediaBox(new PDRectangle(1_000_000, 800_000)));
        assertThat(Rendering.of(mile, FileType.PDF, 1).width()).isEqualTo(1700);
        var flat = Samples.pdf(1, document -> document.getPage(0).setMediaBox(new PDRectangle(500, 0)));
        assertThatThrownBy(() -> Rendering.of(flat, FileType.PDF, 1)).isInstanceOf(Objection.class);
    }

    @Test
    void a_page_that_would_come_out_blank_is_not_shown() {
        var scan = Samples.pdf(1, document -> {
            try (var pen = new PDPageContentStream(document, document.getPage(0))) {
                var image = new PDImageXObject(
                        document,
                        new ByteArrayInputStream(ascii("not really")),
                        COSName.JBIG2_DECODE,
                        10,
                        10,
                        1,
                        org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray.INSTANCE);
                pen.drawImage(image, 0, 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThatThrownBy(() -> Rendering.of(scan, FileType.PDF, 1)).isInstanceOf(Objection.class);
    }

    private static byte[] encoded(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] exif(int orientation) {
        var tiff = joined(
                ascii("II*\0\b\0\0\0\1\0\22\1\3\0\1\0\0\0"), new byte[] {(byte) orientation, 0, 0, 0, 0, 0, 0, 0});
        int length = 2 + 6 + tiff.length;
        return joined(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) length}, ascii("Exif\0\0"), tiff);
    }
}
