package cn.yizhen.app.access;

import cn.yizhen.rules.organisation.PostId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands controllers their {@link Scope}. Under an address «/posts/{post}/…» it is narrowed to that post,
 * checked against the holders of the day.
 */
@Configuration(proxyBeanMethods = false)
public class ScopeInRequests implements WebMvcConfigurer {

    private static final String KEPT = Scope.class.getName();

    private final Scopes scopes;

    ScopeInRequests(Scopes scopes) {
        this.scopes = scopes;
    }

    /** The whole scope of the signed-in account, made once per request; empty for nobody. */
    public static Optional<Scope> current(Scopes scopes, HttpServletRequest request) {
        var known = known(request);
        if (known.isPresent()) {
            return known;
        }
        var scope = signedIn(SecurityContextHolder.getContext().getAuthentication()).map(scopes::of);
        scope.ifPresent(made -> request.setAttribute(KEPT, made));
        return scope;
    }

    /** The scope of a request that comes without a session, as its gate has found it. */
    public static void keep(HttpServletRequest request, Scope scope) {
        request.setAttribute(KEPT, scope);
    }

    /** The scope as far as it was made for this request already. */
    static Optional<Scope> known(HttpServletRequest request) {
        return request.getAttribute(KEPT) instanceof Scope kept ? Optional.of(kept) : Optional.empty();
    }

    private static Optional<SignedIn> signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? Optional.of(who) : Optional.empty();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(scopes));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, PostId.class, (Converter<String, PostId>) PostId::of);
    }

    private record Resolver(Scopes scopes) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Scope.class;
        }

        @Override
        public Scope resolveArgument(
                MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            var request = web.getNativeRequest(HttpServletRequest.class);
            var scope = current(scopes, request).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                            && variables.get("post") instanceof String post
                    ? scope.under(PostId.of(post))
                    : scope;
        }
    }
}
