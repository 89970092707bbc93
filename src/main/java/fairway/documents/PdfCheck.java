package fairway.documents;

import fairway.documents.Structure.Objection;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF is whole, open to all, of a bearable size, and does nothing but show pages. */
record PdfCheck(int mostPages) {
    private static final int MOST_OBJECTS = 100_000;
    private static final int DEEPEST = 200;
    private static final int END_WITHIN = 4096;

    private static final Map<COSName, Refusal> KEYS = Map.of(
            COSName.JS,
            Refusal.SCRIPT,
            COSName.getPDFName("JavaScript"),
            Refusal.SCRIPT,
            COSName.getPDFName("XFA"),
            Refusal.LIVE_FORM,
            COSName.EMBEDDED_FILES,
            Refusal.INNER_FILES,
            COSName.EF,
            Refusal.INNER_FILES,
            COSName.getPDFName("RichMediaContent"),
            Refusal.MEDIA);
    private static final Map<String, Refusal> ACTIONS = Map.of(
            "JavaScript", Refusal.SCRIPT,
            "Launch", Refusal.LAUNCH,
            "ImportData", Refusal.LAUNCH,
            "SubmitForm", Refusal.LIVE_FORM,
            "GoToE", Refusal.INNER_FILES,
            "Rendition", Refusal.MEDIA,
            "Movie", Refusal.MEDIA,
            "Sound", Refusal.MEDIA);

    int examine(byte[] content, Instant deadline, InstantSource clock) throws Objection {
        int end = Bytes.findLast(content, Structure.ascii("%%EOF"));
        if (!Bytes.matches(content, Structure.ascii("%PDF-"), 0) || end < 0 || end < content.length - END_WITHIN) {
            throw new Objection(Refusal.DAMAGED);
        }
        PdfPreflight.examine(content);
        try (var document = Loader.loadPDF(new Timed(content, deadline, clock))) {
            return examine(document);
        } catch (InvalidPasswordException e) {
            throw new Objection(Refusal.ENCRYPTED);
        } catch (TooLong | OutOfMemoryError e) {
            throw new Objection(Refusal.COMPLEX);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Objection(Refusal.DAMAGED);
        }
    }

    private int examine(PDDocument document) throws Objection, IOException {
        if (document.isEncrypted()) {
            throw new Objection(Refusal.ENCRYPTED);
        }
        var objects = document.getDocument().getXrefTable().keySet();
        if (objects.size() > MOST_OBJECTS) {
            throw new Objection(Refusal.COMPLEX);
        }
        for (var key : objects.toArray(org.apache.pdfbox.cos.COSObjectKey[]::new)) {
            walk(document.getDocument().getObjectFromPool(key).getObject(), 0);
        }
        walk(document.getDocument().getTrailer(), 0);
        if (document.getNumberOfPages() > mostPages) {
            throw new Objection(Refusal.PAGES, mostPages);
        }
        if (document.getNumberOfPages() < 1 || !document.getPages().iterator().hasNext()) {
            throw new Objection(Refusal.DAMAGED);
        }
        return document.getNumberOfPages();
    }

    /** Into what an object holds directly; what it refers to has its own place in the table. */
    private static void walk(COSBase object, int depth) throws Objection {
        if (depth > DEEPEST) {
            throw new Objection(Refusal.COMPLEX);
        }
        if (object instanceof COSDictionary dictionary) {
            refuse(dictionary);
            for (var value : dictionary.getValues()) {
                if (!(value instanceof COSObject)) {
                    walk(value, depth + 1);
                }
            }
        } else if (object instanceof COSArray array) {
            for (var value : array) {
                if (!(value instanceof COSObject)) {
                    walk(value, depth + 1);
                }
            }
        }
    }

    private static void refuse(COSDictionary dictionary) throws Objection {
        for (var key : dictionary.keySet()) {
            var refusal = KEYS.get(key);
            if (refusal != null) {
                throw new Objection(refusal);
            }
        }
        if (dictionary.getDictionaryObject(COSName.S) instanceof COSName action
                && ACTIONS.containsKey(action.getName())) {
            throw new Objection(ACTIONS.get(action.getName()));
        }
    }

    /** The file under a time limit: whatever loops in a parser reads, and reading ends. */
    private static final class Timed extends RandomAccessReadBuffer {
        private final Instant deadline;
        private final InstantSource clock;

        Timed(byte[] content, Instant deadline, InstantSource clock) {
            super(content);
            this.deadline = deadline;
            this.clock = clock;
        }

        @Override
        public void seek(long position) throws IOException {
            check();
            super.seek(position);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            return super.read(target, offset, length);
        }

        private void check() throws IOException {
            if (clock.instant().isAfter(deadline)) {
                throw new TooLong();
            }
        }
    }

    private static final class TooLong extends IOException {
        TooLong() {
            super("took too long");
        }
    }
}
