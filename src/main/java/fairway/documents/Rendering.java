package fairway.documents;

import fairway.documents.Structure.Objection;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Draws a page of a file anew as a picture: what is seen stays, what a file could do is gone. Runs in a {@link Worker} only. */
final class Rendering {
    private static final int LONGEST_SIDE = 1_700;
    private static final float SHARPEST = 150 / 72f;
    private static final float QUALITY = 0.85f;
    private static final int DEEPEST = 4;
    /** A page would be drawn without these, and nobody would notice. */
    private static final Set<COSName> UNREADABLE = Set.of(COSName.JBIG2_DECODE, COSName.JPX_DECODE);

    private Rendering() {}

    /** The page, counted from 1; an objection when it cannot be drawn whole. */
    static Picture of(byte[] content, FileType type, int page) throws Objection {
        try {
            return type == FileType.PDF ? pdf(content, page) : picture(content, type, page);
        } catch (IOException | RuntimeException e) {
            throw new Objection(Refusal.UNREADABLE);
        }
    }

    private static Picture pdf(byte[] content, int page) throws Objection, IOException {
        try (var document = Loader.loadPDF(content)) {
            int pages = within(page, document.getNumberOfPages());
            requireDrawable(document.getPage(page - 1).getResources(), 0);
            return drawn(draw(document, page - 1), page, pages);
        }
    }

    private static BufferedImage draw(PDDocument document, int index) throws Objection, IOException {
        var box = document.getPage(index).getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(longest > 0) || Math.min(box.getWidth(), box.getHeight()) < longest / 1000) {
            throw new Objection(Refusal.UNREADABLE);
        }
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(index, Math.min(SHARPEST, LONGEST_SIDE / longest), ImageType.RGB);
    }

    private static void requireDrawable(@Nullable PDResources resources, int depth) throws Objection, IOException {
        if (resources == null || depth > DEEPEST) {
            return;
        }
        for (var name : resources.getXObjectNames()) {
            var object = resources.getXObject(name);
            if (object instanceof PDImageXObject image
                    && image.getStream().getFilters().stream().anyMatch(UNREADABLE::contains)) {
                throw new Objection(Refusal.UNREADABLE);
            }
            if (object instanceof PDFormXObject form) {
                requireDrawable(form.getResources(), depth + 1);
            }
        }
    }

    private static Picture picture(byte[] content, FileType type, int page) throws Objection, IOException {
        var readers = ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT));
        var reader = readers.next();
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, type != FileType.TIFF);
            int pages = within(page, type == FileType.TIFF ? reader.getNumImages(true) : 1);
            var upright = type == FileType.JPEG ? Pictures.orientation(content) : 1;
            return drawn(fitted(read(reader, page - 1), upright), page, pages);
        } finally {
            reader.dispose();
        }
    }

    /** A large picture is read in steps, so that it never has to fit in memory. */
    private static BufferedImage read(ImageReader reader, int index) throws IOException {
        int step = 1 + Math.max(reader.getWidth(index), reader.getHeight(index)) / (2 * LONGEST_SIDE);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(index, how);
    }

    private static int within(int page, int pages) throws Objection {
        if (page < 1 || page > pages) {
            throw new Objection(Refusal.UNREADABLE);
        }
        return pages;
    }

    /** On white, not larger than a page, and the way up it was taken. */
    private static BufferedImage fitted(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, image.getWidth() * scale);
        int height = (int) Math.max(1, image.getHeight() * scale);
        boolean turned = orientation >= 5;
        var target = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = target.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, target.getWidth(), target.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(upright(orientation, width, height));
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return target;
    }

    /** By the eight orientations of Exif. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Picture drawn(BufferedImage image, int page, int pages) throws IOException {
        return new Picture(page, pages, image.getWidth(), image.getHeight(), jpeg(image));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
