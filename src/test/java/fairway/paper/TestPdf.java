package fairway.paper;

import fairway.ui.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Reads and judges PDFs, for tests of whoever prints some. */
public final class TestPdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private TestPdf() {}

    /** A press whose clock stands still. */
    public static Paper paper(Texts texts) {
        return new Paper(texts, () -> Instant.parse("2026-11-23T15:00:00Z"));
    }

    public static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What veraPDF finds against PDF/UA-1 and PDF/A-3a. */
    public static List<String> faults(byte[] pdf) throws Exception {
        var faults = new ArrayList<String>();
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .map(fault -> flavour.getId() + " " + fault.getRuleId().getClause() + " " + fault.getMessage()
                                + " at " + fault.getLocation().getContext())
                        .forEach(faults::add);
                if (!result.isCompliant() && faults.isEmpty()) {
                    faults.add(flavour.getId() + " not compliant");
                }
            }
        }
        return faults;
    }
}
