package cn.yizhen.app.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which modules of the program this county uses. An address of a module that is off answers 404 in plain
 * words, its entries leave the navigation; what it has stored stays, and other modules still read it.
 */
@Component
public class Modules {

    /**
     * The ground everything stands on, and backups, which have no address that could be closed. 减负直通车 is on every page
     * of every county and cannot be taken away.
     */
    public static final Set<String> ALWAYS_ON = Set.of("host", "web", "access", "crypto", "document", "filing", "burden", "demo", "backup", "listing");

    private static final String PROGRAM = "cn.yizhen.app.";

    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> settings = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> declaring = new ConcurrentHashMap<>();
    private final Environment environment;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Modules(Environment environment, ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.environment = environment;
        this.routes = routes;
    }

    /** The module a class belongs to; empty for what is not the program's own. */
    static Optional<String> of(Class<?> type) {
        var name = type.getPackageName();
        return name.startsWith(PROGRAM) ? Optional.of(name.substring(PROGRAM.length()).split("\\.")[0]) : Optional.empty();
    }

    /** Whether what a class shows is in use: its own module and the one below it is {@link PartOf}. */
    public boolean uses(Class<?> type) {
        return pagesOf(type).allMatch(this::isOn);
    }

    /** The modules whose pages a class holds: its own, and the one below it is {@link PartOf}. */
    private static Stream<String> pagesOf(Class<?> type) {
        return Stream.concat(of(type).stream(), Stream.ofNullable(type.getAnnotation(PartOf.class)).map(PartOf::value));
    }

    /** Whether the pages of this class are open. */
    boolean opens(Class<?> type) {
        return pagesOf(type).allMatch(this::isOn);
    }

    public boolean isOn(String module) {
        return ALWAYS_ON.contains(module) || !off.contains(module) && !offBySetting(module);
    }

    /** Off by the operator's settings, {@code yizhen.modules.NAME.enabled=false}; no page can turn it on. */
    public boolean offBySetting(String module) {
        return settings.computeIfAbsent(module, name -> !environment.getProperty("yizhen.modules." + name + ".enabled", Boolean.class, true));
    }

    /** For the page that keeps the switches: what is off from now on, besides what the settings say. */
    public void turnOff(Set<String> modules) {
        off.retainAll(modules);
        off.addAll(modules);
    }

    /** Whether an address is served; true for one that no module declares, which then finds nothing by itself. */
    boolean serves(String address) {
        return declaring.computeIfAbsent(address, this::declaring).stream().allMatch(this::isOn);
    }

    /** The modules that declare an address; routes do not change while the program runs, and every page asks for a dozen. */
    private Set<String> declaring(String address) {
        return routes.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getKey().getPatternValues().contains(address))
                .flatMap(route -> pagesOf(route.getValue().getBeanType()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The entries that lead somewhere. */
    public List<NavEntry> served(List<NavEntry> entries) {
        return entries.stream().filter(entry -> serves(entry.href())).toList();
    }
}
