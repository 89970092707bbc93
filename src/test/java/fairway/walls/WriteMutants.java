package fairway.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The last step of {@code ./fairway mutants}: its result as a page. Arguments: what the run wrote, reasons, page. */
final class WriteMutants {
    private static final String HEAD = """
            # Mutation tests

            Written by `./fairway mutants`: it changes the rules, one small thing at a time, and runs their plain tests (those that
            start neither the product nor a database). A mutant is killed when a test fails; strength is the share killed of those
            that a test reaches. The command fails below 85 %.

            | Package | Classes | Mutants | Killed | Not reached | Strength |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """;

    private WriteMutants() {}

    public static void main(String[] arguments) throws IOException {
        var reasons = new Properties();
        try (var lines = Files.newBufferedReader(Path.of(arguments[1]))) {
            reasons.load(lines);
        }
        Files.writeString(Path.of(arguments[2]), page(read(Path.of(arguments[0])), reasons));
    }

    private static String page(List<Mutant> all, Properties reasons) {
        var page = new StringBuilder(HEAD);
        var packages = new TreeMap<String, List<Mutant>>();
        all.forEach(one ->
                packages.computeIfAbsent(one.home(), any -> new ArrayList<>()).add(one));
        packages.forEach((name, some) -> page.append(line(name, some)));
        page.append(line("all", all)).append("\n## Not killed\n\n| Mutant | Why |\n| --- | --- |\n");
        all.stream()
                .filter(one -> !one.killed())
                .sorted(Comparator.comparing(Mutant::name).thenComparing(Mutant::change))
                .forEach(one -> page.append("| `%s`: %s | %s |%n"
                        .formatted(one.name(), one.change(), reasons.getProperty(one.name(), "a test is missing"))));
        return page.toString();
    }

    private static String line(String name, List<Mutant> some) {
        var classes = some.stream().map(Mutant::type).distinct().count();
        var killed = count(some, Mutant::killed);
        var unreached = count(some, one -> !one.reached());
        return "| %s | %d | %d | %d | %d | %d %% |%n"
                .formatted(
                        name,
                        classes,
                        some.size(),
                        killed,
                        unreached,
                        100 * killed / Math.max(1, some.size() - unreached));
    }

    private static long count(List<Mutant> some, Predicate<Mutant> which) {
        return some.stream().filter(which).count();
    }

    private static List<Mutant> read(Path report) throws IOException {
        try (var text = Files.newInputStream(report)) {
            var rows = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(text)
                    .getElementsByTagName("mutation");
            var all = new ArrayList<Mutant>();
            for (int i = 0; i < rows.getLength(); i++) {
                all.add(Mutant.read((Element) rows.item(i)));
            }
            return all;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private record Mutant(String status, String type, String method, String change) {
        static Mutant read(Element row) {
            return new Mutant(
                    row.getAttribute("status"),
                    text(row, "mutatedClass").replaceFirst("^fairway\\.", "").replaceFirst("\\$.*", ""),
                    text(row, "mutatedMethod").replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1"),
                    text(row, "description").replaceFirst(" for fairway.*", ""));
        }

        private static String text(Element row, String name) {
            return row.getElementsByTagName(name).item(0).getTextContent();
        }

        String home() {
            return type.substring(0, type.lastIndexOf('.'));
        }

        String name() {
            return type + "." + method;
        }

        boolean reached() {
            return !status.equals("NO_COVERAGE");
        }

        boolean killed() {
            return reached() && !status.equals("SURVIVED");
        }
    }
}
