package fairway.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** What a PDF says about itself (title, language, time, identity) and the files it carries. */
final class Imprint {
    private final PaperJob job;
    private final Instant madeAt;

    Imprint(PaperJob job, Instant now) {
        this.job = job;
        this.madeAt = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void on(PDDocument document) throws IOException {
        var about = new PDDocumentInformation();
        about.setTitle(Sheet.clean(job.title()));
        about.setProducer("Fairway");
        about.setCreationDate(calendar());
        about.setModificationDate(calendar());
        document.setDocumentInformation(about);
        document.setDocumentId(identity());
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage(job.language().toLanguageTag());
        if (!job.attachments().isEmpty()) {
            attach(document);
        }
    }

    private void attach(PDDocument document) throws IOException {
        var byName = new LinkedHashMap<String, PDComplexFileSpecification>();
        var associated = new COSArray();
        for (var attachment : new TreeMap<>(job.attachments()).entrySet()) {
            var file = specification(document, attachment.getKey(), attachment.getValue());
            byName.put(attachment.getKey(), file);
            associated.add(file);
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(byName);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private PDComplexFileSpecification specification(PDDocument document, String name, byte[] content)
            throws IOException {
        var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        embedded.setSubtype(name.endsWith(".json") ? "application/json" : "application/octet-stream");
        embedded.setSize(content.length);
        embedded.setModDate(calendar());
        var file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setFileDescription(name);
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        file.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Source");
        return file;
    }

    /** From content and time, so that the same print has the same identity. */
    private long identity() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(job.title().getBytes(StandardCharsets.UTF_8));
            digest.update(job.html().getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(job.attachments()).values().forEach(digest::update);
            digest.update(madeAt.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private Calendar calendar() {
        return GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
    }

    private String xmp() {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>Fairway</pdf:Producer>
                </rdf:Description>%s</rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        escaped(Sheet.clean(job.title())),
                        job.language().toLanguageTag(),
                        madeAt,
                        madeAt,
                        ACCESSIBILITY_SCHEMA);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** PDF/A wants every schema it does not know described; the one that says PDF/UA is such a schema. */
    private static final String ACCESSIBILITY_SCHEMA = """
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>""";
}
