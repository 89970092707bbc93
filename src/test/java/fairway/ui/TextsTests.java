package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTests {
    private static final Pattern USED = Pattern.compile(
            "(?:\\btext|\\brich|texts\\.text)\\((?:[^()\"]*,\\s*)?\"([a-z0-9_]+(?:\\.[a-z0-9_-]+)+)\"\\s*[,)]");
    /** In any language, because words stray into files of another. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?iU)\\b(in)?eligib\\w*|\\bqualif\\w*|\\bentitled\\b"
            + "|\\bshould (file|apply|submit|request)\\b|\\bofficial (web)?site\\b"
            + "|\\b(in)?elegib\\w*|\\bcalific\\w*|\\breún\\w+ los requisitos|\\btiene derecho a\\b|\\ble conviene\\b"
            + "|\\bdebería (presentar|solicitar|enviar|pedir)\\b|\\b(sitio|página) web oficial\\b");

    private final Texts texts = new Texts();

    @Test
    void every_text_takes_the_same_arguments_in_every_language() {
        var english = texts.patterns(Locale.ENGLISH);
        var unlike = new TreeSet<String>();
        for (var language : Texts.LANGUAGES) {
            texts.patterns(language).forEach((key, pattern) -> {
                if (!arguments(pattern).equals(arguments(english.getOrDefault(key, "")))) {
                    unlike.add(language + " " + key);
                }
            });
        }
        assertThat(unlike).isEmpty();
    }

    @Test
    void every_text_that_a_page_names_exists() throws IOException {
        var modules = texts.patterns(Locale.ENGLISH).keySet().stream()
                .map(TextsTests::first)
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            var used = USED.matcher(Files.readString(file));
            while (used.find()) {
                if (modules.contains(first(used.group(1))) && !texts.has(used.group(1))) {
                    missing.add(file.getFileName() + " " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_key_is_written_twice_in_one_file() throws IOException {
        var twice = new TreeSet<String>();
        for (var file : files(Path.of("src/main/resources/messages"), ".properties")) {
            var seen = new TreeSet<String>();
            Files.readAllLines(file).stream()
                    .filter(line -> line.matches("[a-z][\\w.-]*\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(file.getFileName() + " " + key));
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void no_text_says_what_a_person_may_have_or_is_to_do() throws IOException {
        assertThat(advice(Path.of("src/main/resources"))).isEmpty();
    }

    @Test
    void planted_advice_is_found_in_every_kind_of_file_and_language(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.en.properties"), "a.b=You are ineligible.\n# eligible\n");
        Files.writeString(folder.resolve("a.es.properties"), "a.b=Usted no es elegible.\na.c=Debería presentar hoy.\n");
        Files.writeString(folder.resolve("text.es.yaml"), "a: Usted reúne los requisitos.\n");
        Files.writeString(folder.resolve("terms.yaml"), "a: Qualified people\n");
        assertThat(advice(folder)).hasSize(5);
    }

    /** Lines of texts, of pages, forms, fees and what is signed; notes of authors aside. */
    private static Set<String> advice(Path folder) throws IOException {
        var advice = new TreeSet<String>();
        var all = new ArrayList<>(files(folder, ".properties"));
        all.addAll(files(folder, ".yaml"));
        for (var file : all) {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.stripLeading().startsWith("#"))
                    .filter(line -> FORBIDDEN.matcher(line).find())
                    .forEach(line -> advice.add(file.getFileName() + " " + line.strip()));
        }
        return advice;
    }

    @Test
    void dates_and_times_are_said_the_way_people_say_them() {
        var moment = Instant.parse("2026-12-05T04:59:00Z");
        assertThat(texts.date(Locale.ENGLISH, LocalDate.of(2026, 12, 4))).isEqualTo("December 4, 2026");
        assertThat(texts.deadline(Locale.ENGLISH, moment))
                .isEqualTo("Friday, December 4, 2026, 11:59 p.m. Eastern Time");
        assertThat(texts.deadline(Locale.of("es"), moment)).startsWith("viernes, 4 de diciembre de 2026, 11:59");
        assertThat(texts.money(Locale.of("es"), 52_000)).isEqualTo("$520.00");
    }

    @Test
    void numbers_are_grouped_for_reading() {
        assertThat(Shown.grouped("FWY0123456789").replace('\u00a0', ' ')).isEqualTo("FWY 0123 456 789");
        assertThat(Shown.grouped("1234-5678 9012").replace('\u00a0', ' ')).isEqualTo("1234 5678 9012");
    }

    private static String first(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> arguments(String pattern) {
        var names = new TreeSet<String>();
        var parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            var type = parsed.getPartType(i);
            if (type == MessagePattern.Part.Type.ARG_NAME || type == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        var all = new ArrayList<>(files(Path.of("src/main/jte"), ".jte"));
        all.addAll(files(Path.of("src/main/java"), ".java"));
        return all;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
