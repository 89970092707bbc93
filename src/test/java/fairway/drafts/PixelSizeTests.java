package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FIL-5")
class PixelSizeTests {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void width_and_height_are_read_from_the_header(String type) throws IOException {
        assertThat(PixelSize.read(new ByteArrayInputStream(picture(type, 640, 480))))
                .contains(new PixelSize(640, 480));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void a_file_that_ends_early_has_no_size(String type) throws IOException {
        var start = Arrays.copyOf(picture(type, 640, 480), 15);

        assertThat(PixelSize.read(new ByteArrayInputStream(start))).isEmpty();
    }

    @Test
    void other_files_have_no_size() throws IOException {
        assertThat(PixelSize.read(new ByteArrayInputStream(
                        "%PDF-1.7 something".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEmpty();
    }

    static byte[] picture(String type, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, out);
        return out.toByteArray();
    }
}
