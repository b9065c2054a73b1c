package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a .docx and their packing. Entries carry a fixed day so that equal documents are equal bytes. */
public final class WordPackage {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WordPackage() {}

    public static byte[] write(Document document) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<FooterPart> footers = document.sections().stream().map(Section::footer).distinct()
                    .flatMap(footer -> FooterPart.of(footer).stream()).toList();
            part(zip, "[Content_Types].xml", contentTypes(footers));
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="%s/officeDocument" Target="word/document.xml"/>\
                    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
                    </Relationships>""".formatted(R));
            part(zip, "docProps/core.xml", core(document.title()));
            part(zip, "word/_rels/document.xml.rels", relationships(footers));
            part(zip, "word/styles.xml", StylesPart.write(document.style()));
            part(zip, "word/fontTable.xml", StylesPart.fonts());
            part(zip, "word/settings.xml", StylesPart.settings());
            for (FooterPart footer : footers) {
                part(zip, "word/" + footer.file(), footer.write());
            }
            part(zip, "word/document.xml", BodyPart.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes(List<FooterPart> footers) {
        var xml = new Xml();
        xml.element("Types", types -> {
            types.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml");
            types.empty("Default", "Extension", "xml", "ContentType", "application/xml");
            override(types, "/word/document.xml", TYPE + "document.main+xml");
            override(types, "/word/styles.xml", TYPE + "styles+xml");
            override(types, "/word/fontTable.xml", TYPE + "fontTable+xml");
            override(types, "/word/settings.xml", TYPE + "settings+xml");
            override(types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
            footers.forEach(f -> override(types, "/word/" + f.file(), TYPE + "footer+xml"));
        }, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        return xml.toString();
    }

    private static void override(Xml types, String part, String type) {
        types.empty("Override", "PartName", part, "ContentType", type);
    }

    private static String relationships(List<FooterPart> footers) {
        String each = "<Relationship Id=\"%s\" Type=\"" + R + "/%s\" Target=\"%s\"/>";
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + each.formatted("rId1", "styles", "styles.xml")
                + each.formatted("rId2", "fontTable", "fontTable.xml")
                + each.formatted("rId3", "settings", "settings.xml")
                + footers.stream().map(f -> each.formatted(f.id(), "footer", f.file())).collect(Collectors.joining())
                + "</Relationships>";
    }

    private static String core(String title) {
        return new Xml().element("cp:coreProperties", core -> core.element("dc:title", t -> t.text(title)),
                "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc", "http://purl.org/dc/elements/1.1/").toString();
    }
}
