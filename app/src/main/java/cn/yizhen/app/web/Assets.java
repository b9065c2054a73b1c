package cn.yizhen.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Addresses of static files. One digest over all of them is part of every address, so a browser keeps a
 * file until the program changes, and relative imports between modules stay valid.
 */
public final class Assets {

    private static final String VERSION = digest();

    private Assets() {}

    /** The address of a file below {@code src/main/resources/static}. */
    public static String url(String file) {
        return "/static/" + VERSION + "/" + file;
    }

    private static String digest() {
        try {
            var crc = new CRC32();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*")) {
                crc.update(file.getContentAsByteArray());
            }
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the version from the path; an old one still answers, with the newest file. */
    static final class VersionStripping extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var slash = path.indexOf('/');
            return slash < 0 ? null : super.getResource(path.substring(slash + 1), location);
        }
    }
}
