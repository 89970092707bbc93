package fairway.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The holidays and periods as the files under {@code calendar/} state them. */
record DatedRules(List<Holiday> holidays, List<Closure> closures, Map<String, List<Period>> periods) {

    record Closure(LocalDate date, String source, boolean confirmed) {}

    /** One dated row of a rule. */
    record Period(LocalDate from, int days, boolean roll, boolean ceiling, String source, boolean confirmed) {}

    private record Holidays(List<Holiday> holidays, List<Closure> closures) {}

    private record Rules(Map<String, List<Period>> rules) {}

    static DatedRules read() {
        var days = read("/calendar/holidays.yaml", Holidays.class);
        return new DatedRules(
                days.holidays(),
                days.closures(),
                read("/calendar/rules.yaml", Rules.class).rules());
    }

    Period period(String rule, LocalDate on) {
        return periods.getOrDefault(rule, List.of()).stream()
                .filter(row -> !row.from().isAfter(on))
                .max(Comparator.comparing(Period::from))
                .orElseThrow(() -> new IllegalArgumentException("No period " + rule + " on " + on));
    }

    boolean holiday(LocalDate day) {
        return holidays.stream().anyMatch(each -> each.observedOn(day))
                || closures.stream().anyMatch(each -> each.date().equals(day));
    }

    private static <T> T read(String file, Class<T> type) {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var content = DatedRules.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("Missing " + file);
            }
            return mapper.readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
