package cn.yizhen.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/** Renders {@code src/main/jte/<module>/<page>.jte}, compiled with the program, for the view name «module/page». */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrors.class.getName());
            }
        });
    }

    @Bean
    ViewResolver templates(TemplateEngine engine) {
        return new Templates(engine);
    }

    /** Static files carry the program's version in their address (see {@link Assets}), so browsers may keep them. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/{version}/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new Assets.VersionStripping());
    }

    private record Templates(TemplateEngine engine) implements ViewResolver, Ordered {

        private static final String REDIRECT = "redirect:";

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            if (name.startsWith(REDIRECT)) {
                return redirect(name.substring(REDIRECT.length()));
            }
            return engine.hasTemplate(name + ".jte") ? new Template(engine, name + ".jte") : null;
        }

        /** To an address that is whole: braces somebody typed into it are no places to fill in. */
        private static View redirect(String address) {
            var view = new RedirectView(address, true);
            view.setExpandUriTemplateVariables(false);
            return view;
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    private record Template(TemplateEngine engine, String name) implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            engine.render(name, new HashMap<String, Object>(model == null ? Map.of() : model), output);
            if (refuses(model, request, response)) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /** A form that comes back with its reasons was not taken, whichever page shows them; a status the page chose itself stays. */
        private static boolean refuses(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            return request.getMethod().equals("POST") && response.getStatus() == HttpStatus.OK.value()
                    && model != null && model.get("reasons") instanceof Collection<?> reasons && !reasons.isEmpty();
        }
    }
}
