package cn.yizhen.bench.faults;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One thing that can be asked of the program, as the program itself declares it.
 *
 * @param fields  of a form or of the query
 * @param headers besides the usual ones
 * @param files   names of the parts of an upload
 * @param body    the schema of a JSON body, where the description of the interface gives one; else null
 * @param api     asked by programs, with a token
 */
record Route(String method, String pattern, List<String> fields, List<String> headers, List<String> files, JsonNode body, boolean api) {

    /** Leaving would end the session that the next inputs are sent in. */
    private static final Set<String> LEFT_OUT = Set.of("/logout", "/error", "/demo/enter");
    private static final String API = "/api/v1/";

    boolean reads() {
        return method.equals("GET");
    }

    /** Every address for browsers, by the program's own mappings. */
    static List<Route> ofPages(ConfigurableApplicationContext program) {
        var routes = new ArrayList<Route>();
        program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            var parameters = List.of(handler.getMethod().getParameters());
            var files = parameters.stream().filter(Route::isFile).map(Route::name).toList();
            var fields = parameters.stream().filter(parameter -> !isFile(parameter)).flatMap(Route::names).toList();
            var methods = mapping.getMethodsCondition().getMethods();
            mapping.getPatternValues().stream().filter(pattern -> !LEFT_OUT.contains(pattern) && !pattern.startsWith(API)).forEach(pattern ->
                    (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).forEach(method ->
                            routes.add(new Route(method.name(), pattern, fields, List.of(), files, JsonNodeFactory.instance.nullNode(), false))));
        });
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }

    /** Every operation for programs, by the description they are given. */
    static List<Route> ofApi(String description) {
        var document = JsonMapper.shared().readTree(description);
        var routes = new ArrayList<Route>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            var parameters = operation.getValue().path("parameters").values();
            var body = operation.getValue().at("/requestBody/content/application~1json/schema");
            routes.add(new Route(operation.getKey().toUpperCase(), path.getKey(), named(parameters.stream(), "query"), named(parameters.stream(), "header"),
                    List.of(), resolved(document, body), true));
        }));
        return routes;
    }

    /** The rights that its operations ask for. */
    static List<String> rights(String description) {
        var document = JsonMapper.shared().readTree(description);
        return document.get("paths").values().stream().flatMap(path -> path.values().stream()).map(operation -> operation.path("x-right").asString(""))
                .filter(right -> !right.isEmpty()).distinct().toList();
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static List<String> named(Stream<JsonNode> parameters, String in) {
        return parameters.filter(one -> one.path("in").asString("").equals(in)).map(one -> one.get("name").asString()).toList();
    }

    private static boolean isFile(Parameter parameter) {
        return parameter.getType() == MultipartFile.class || parameter.getParameterizedType().getTypeName().contains("MultipartFile");
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(name(parameter));
        }
        return parameter.getType().isRecord() ? Arrays.stream(parameter.getType().getRecordComponents()).map(component -> component.getName()) : Stream.empty();
    }

    private static String name(Parameter parameter) {
        var declared = parameter.getAnnotation(RequestParam.class);
        return declared == null || (declared.name() + declared.value()).isEmpty() ? parameter.getName() : declared.name() + declared.value();
    }
}
