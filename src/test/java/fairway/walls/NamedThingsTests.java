package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Things that are named in a form or a query instead of the address: somebody else’s is the same as nobody’s there, too. */
@FairwayTest
@Tag("A27")
@Tag("E08")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class NamedThingsTests {
    private static final Pattern READ =
            Pattern.compile("(?:getParameter(?:Values)?|fields\\.getOrDefault)\\(\"([^\"]+)\"");
    private static final Pattern COMPUTED = Pattern.compile("getParameter(?:Values)?\\((?![\")])");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([A-Za-z_.]+)\" value=\"\\$");
    private static final String[] MAY_GROW = {"audit.", "limits.", "signin.tally"};

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    Trials trials;

    @Autowired
    Contents contents;

    @Autowired
    TestClock clock;

    private List<Trial> all = List.of();

    @BeforeAll
    void two_people_and_those_who_work_here() {
        clock.set(TestClock.START);
        all = trials.of(port);
    }

    @AfterAll
    void away() {
        trials.away();
    }

    @Test
    void each_name_that_a_page_reads_is_decided_about() throws IOException {
        var unknown = new TreeSet<String>();
        for (var route : routes.all()) {
            for (var name : route.parameters()) {
                if (Named.decision(route, name).isEmpty()) {
                    unknown.add("say in Named whether " + name + " names a thing at " + route);
                }
            }
            if (route.asks().whole() && Named.whole(route).isEmpty()) {
                unknown.add("say in Named which names " + route + " takes for things");
            }
        }
        var computed = new TreeSet<String>();
        for (var source : files("src/main/java", ".java")) {
            var text = Files.readString(source);
            READ.matcher(text).results().map(read -> read.group(1)).forEach(name -> known(name, source, unknown));
            if (COMPUTED.matcher(text).find()) {
                computed.add(source.getFileName().toString());
            }
        }
        for (var template : files("src/main/jte", ".jte")) {
            HIDDEN.matcher(Files.readString(template))
                    .results()
                    .map(field -> field.group(1))
                    .forEach(name -> known(name, template, unknown));
        }
        assertThat(unknown).isEmpty();
        assertThat(computed)
                .as("a mark of the owner, numbered answers, and the form of an upload")
                .containsExactly("ParkedPosts.java", "QuestionPages.java", "UploadFilter.java");
    }

    @Test
    void each_name_of_a_thing_is_tried_at_every_address_that_takes_it() {
        var untried = new TreeSet<String>();
        for (var route : routes.all()) {
            var names = new TreeSet<>(route.parameters());
            Named.whole(route).filter(any -> route.asks().whole()).ifPresent(names::addAll);
            if (route.changes() && route.pattern().endsWith("/files")) {
                names.add("of");
            }
            for (var name : names) {
                if (Named.decision(route, name).filter(Named.TRIED::equals).isPresent()
                        && all.stream().noneMatch(trial -> trial.tries(route, name))) {
                    untried.add(route + " " + name);
                }
            }
        }
        assertThat(untried).isEmpty();
    }

    @Test
    void somebody_elses_is_told_apart_from_nobodys_by_no_page_and_stays_as_it_was() {
        var before = contents.naming(trials.foreign(), MAY_GROW);
        var told = new ArrayList<String>();
        for (var trial : all) {
            var real = trials.seen(trial, trial.real());
            var missing = trials.seen(trial, trial.missing());
            if (!real.equals(missing)) {
                told.add(trial + " told: " + apart(real, missing));
            }
            if (real.contains(Belongings.NAME) || real.startsWith("5")) {
                told.add(trial + " showed " + real.lines().limit(2).toList());
            }
        }
        assertThat(told).isEmpty();
        assertThat(contents.naming(trials.foreign(), MAY_GROW)).isEqualTo(before);
    }

    /** The last, because it changes things; without it nobody would know whether what was tried is there at all. */
    @Test
    void who_has_a_right_to_a_thing_gets_it_by_the_same_name() {
        var refused = new ArrayList<String>();
        for (var trial : trials.byRight()) {
            if (trials.seen(trial, trial.real()).equals(trials.seen(trial, trial.missing()))) {
                refused.add(trial.toString());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(trials.byRight()).hasSizeGreaterThan(8);
    }

    /** The first line that differs, both ways. */
    private static String apart(String one, String other) {
        var lines = one.lines().toList();
        var others = other.lines().toList();
        return IntStream.range(0, Math.min(lines.size(), others.size()))
                .filter(i -> !lines.get(i).equals(others.get(i)))
                .mapToObj(i -> lines.get(i) + " | " + others.get(i))
                .findFirst()
                .orElse("more or fewer lines");
    }

    private static void known(String name, Path where, Set<String> unknown) {
        if (!Named.anywhere(name.replaceAll("[0-9]+$", ""))) {
            unknown.add("say in Named whether " + name + " names a thing in " + where);
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var walk = Files.walk(Path.of(folder))) {
            return walk.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
