package cn.yizhen.app.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes handed out as a file to save, never shown by the browser itself. */
public final class Download {

    private Download() {}

    /** @param name as the file is to be called; what a file name cannot hold is left out */
    public static ResponseEntity<byte[]> of(byte[] content, String name, String mediaType) {
        var attachment = ContentDisposition.attachment().filename(name.replaceAll("[\\r\\n/\\\\]", ""), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType)).header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString()).body(content);
    }
}
