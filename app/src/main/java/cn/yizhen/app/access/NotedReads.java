package cn.yizhen.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Notes exports and reads of personal data in the audit, by what their addresses say of themselves, and
 * before a byte leaves: what cannot be noted is not handed over.
 */
@ControllerAdvice
class NotedReads implements HandlerInterceptor, WebMvcConfigurer, ResponseBodyAdvice<Object> {

    private final AuditNotes audit;
    private final Scopes scopes;

    NotedReads(AuditNotes audit, Scopes scopes) {
        this.audit = audit;
        this.scopes = scopes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** A page of personal data is ready and not yet written. */
    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && handler instanceof HandlerMethod method && method.getMethodAnnotation(ReadsPersonalData.class) instanceof ReadsPersonalData read) {
            ScopeInRequests.current(scopes, request).ifPresent(scope -> audit.read(scope, read.value(), subject(request)));
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getMethodAnnotation(TakesOut.class) instanceof TakesOut out && !out.value().isEmpty();
    }

    /** A file is made and not yet sent. */
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body, MethodParameter returned, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest sent, ServerHttpResponse response) {
        if (returned.getMethodAnnotation(TakesOut.class) instanceof TakesOut out && sent instanceof ServletServerHttpRequest servlet) {
            var request = servlet.getServletRequest();
            ScopeInRequests.current(scopes, request).ifPresent(scope -> audit.exported(scope, out.value() + " " + subject(request)));
        }
        return body;
    }

    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.values().stream().map(String::valueOf).collect(Collectors.joining(" "))
                : "";
    }
}
