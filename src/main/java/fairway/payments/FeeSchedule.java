package fairway.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The prices as the files under {@code fees/} state them, each by the day from which it holds. */
record FeeSchedule(Map<String, Fee> fees) {

    record Fee(String group, List<Price> prices) {}

    record Price(LocalDate from, long cents, String source, boolean confirmed) {}

    private record File(String form, Map<String, Fee> fees) {}

    static FeeSchedule read() {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        var all = new HashMap<String, Fee>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:fees/*.yaml")) {
                try (var content = file.getInputStream()) {
                    mapper.readValue(content, File.class).fees().forEach((code, fee) -> {
                        if (all.put(code, fee) != null) {
                            throw new IllegalStateException("Fee " + code + " is in two files");
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FeeSchedule(Map.copyOf(all));
    }

    QuoteLine line(FeeCode owed, LocalDate on) {
        var fee = fees.get(owed.code());
        if (fee == null) {
            throw new IllegalArgumentException("No fee " + owed.code());
        }
        var price = fee.prices().stream()
                .filter(each -> !each.from().isAfter(on))
                .max(Comparator.comparing(Price::from))
                .orElseThrow(() -> new IllegalArgumentException("No price of " + owed.code() + " on " + on));
        return new QuoteLine(
                owed.code(),
                owed.code() + "@" + price.from(),
                nameKey(owed.code()),
                owed.whyKey(),
                price.cents(),
                price.source(),
                price.confirmed(),
                fee.group());
    }

    static String nameKey(String code) {
        return "payments.fee." + code;
    }
}
