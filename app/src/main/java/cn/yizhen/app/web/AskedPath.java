package cn.yizhen.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The path by which a request finds its page, as the server has decoded it: {@code /%6cogin} is {@code /login}. */
public final class AskedPath {

    private AskedPath() {}

    public static String of(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.isEmpty() ? request.getRequestURI() : path;
    }
}
