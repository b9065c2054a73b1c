package cn.yizhen.app.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The page for what the server refuses before any page of ours is asked: an address with characters that no address has,
 * headers that are too long. It names the place, since whoever sees it typed or followed something broken.
 */
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var told = ErrorPages.explainAddress(status);
        var page = """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s</p><p><a href="/">我的应办</a></p></body></html>
                """.formatted(told.title(), told.nextStep()).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody to tell", gone);
        }
    }
}
