package fairway.walls;

import fairway.signin.TestSignIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the application answers, as Spring knows them, so that tomorrow's pages are attacked as well. */
@Component
class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)(?::(?:[^{}]|\\{[^}]*})*)?}");
    private static final String NOBODYS = "0193a1b2-0000-7000-8000-000000000000";

    private final RequestMappingHandlerMapping mappings;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** What a page asks of a request by name; {@code whole}: or everything that was sent. */
    record Asks(Set<String> names, boolean whole) {}

    /** One method and address, with the header it needs where it needs one. */
    record Route(String method, String pattern, boolean multipart, boolean autosave, Asks asks) {
        Set<String> parameters() {
            return asks.names();
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean desk() {
            return pattern.equals("/desk") || pattern.startsWith("/desk/");
        }

        boolean hasVariables() {
            return pattern.contains("{");
        }

        Set<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .collect(java.util.stream.Collectors.toSet());
        }

        /** With nobody's identifiers. */
        String path() {
            return path(Routes::anything);
        }

        String path(UnaryOperator<String> values) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(found -> values.apply(found.group(1)))
                    .replace("**", "x")
                    .replace("*", "x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    List<Route> all() {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (ofTests(handler)) {
                return;
            }
            var multipart = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                    .anyMatch(type -> type.getType().equals("multipart"));
            var autosave = mapping.getHeadersCondition().getExpressions().stream()
                    .anyMatch(header -> header.getName().equals("X-Autosave") && !header.isNegated());
            for (var pattern : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    routes.add(new Route(method.name(), pattern, multipart, autosave, asks(handler)));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    List<HandlerMethod> handlers() {
        return mappings.getHandlerMethods().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(handler -> !ofTests(handler))
                .filter(handler -> handler.getBeanType().getName().startsWith("fairway."))
                .toList();
    }

    private static boolean ofTests(HandlerMethod handler) {
        return handler.getBeanType()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }

    private static Asks asks(HandlerMethod handler) {
        var names = new TreeSet<String>();
        boolean whole = false;
        for (var parameter : handler.getMethod().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && Map.class.isAssignableFrom(parameter.getType())) {
                whole = true;
            } else if (asked != null) {
                names.add(
                        asked.value().isEmpty()
                                ? asked.name().isEmpty() ? parameter.getName() : asked.name()
                                : asked.value());
            }
        }
        return new Asks(names, whole);
    }

    List<Route> reading() {
        return all().stream().filter(route -> !route.changes()).toList();
    }

    List<Route> changing() {
        return all().stream().filter(Route::changes).toList();
    }

    static String anything(String variable) {
        return switch (variable) {
            case "receipt" -> "FWY0000000000";
            case "instance" -> "0";
            case "form" -> "i-765";
            case "act" -> "approve";
            default -> NOBODYS;
        };
    }

    /** The headers of a signed-in browser that also carries the cookie of its forms. */
    static String cookies(TestSignIn.SignedIn who) {
        return "Cookie: " + who.cookies();
    }
}
