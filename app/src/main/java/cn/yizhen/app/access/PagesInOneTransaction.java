package cn.yizhen.app.access;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * What a GET address asks of the database it asks in one transaction. It is over before the page is written out, so
 * that a slow reader holds no connection.
 */
@Component
class PagesInOneTransaction implements WebMvcRegistrations {

    private final Transactions transactions;

    PagesInOneTransaction(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
                return asks(method.getMethod()) ? new Page(method, transactions) : super.createInvocableHandlerMethod(method);
            }
        };
    }

    private static boolean asks(Method method) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> Set.of(mapping.method()).equals(Set.of(RequestMethod.GET))).isPresent();
    }

    private static final class Page extends ServletInvocableHandlerMethod {

        private final Transactions transactions;

        Page(HandlerMethod method, Transactions transactions) {
            super(method);
            this.transactions = transactions;
        }

        @Override
        protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
            var scope = Stream.of(arguments).flatMap(argument -> argument instanceof Scope known ? Stream.of(known) : Stream.empty()).findFirst();
            return scope.isPresent() ? transactions.page(scope.get(), () -> super.doInvoke(arguments)) : super.doInvoke(arguments);
        }
    }
}
