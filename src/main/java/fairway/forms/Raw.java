package fairway.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of an edition exactly as written, before anything is checked. */
final class Raw {
    private Raw() {}

    record Index(List<String> editions) {}

    record Form(
            String form,
            LocalDate edition,
            String number,
            @Nullable String released,
            Omb omb,
            int burdenMinutes,
            String officialLanguage,
            List<String> languages,
            List<String> parts,
            @Nullable List<String> personas,
            @Nullable Map<String, List<String>> official,
            @Nullable Map<String, String> notAsked,
            @Nullable List<Item> context,
            @Nullable List<String> notSupplied) {}

    record Validity(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate acceptUntil,
            @Nullable String source,
            @Nullable LocalDate read,
            @Nullable String confirmed) {}

    record Omb(String number, LocalDate expires) {}

    record Part(
            String id,
            @Nullable String number,
            @Nullable String show,
            @Nullable String own,
            List<Page> pages) {}

    record Page(String id, @Nullable String show, @Nullable String own, List<Item> items) {}

    record Item(
            String id,
            @Nullable List<String> official,
            String type,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable List<String> choices,
            @Nullable String pattern,
            @Nullable String inCareOf,
            @Nullable String past,
            @Nullable String future,
            @Nullable String stateless,
            @Nullable String required,
            @Nullable String missing,
            @Nullable String show,
            @Nullable String sensitivity,
            @Nullable String fact,
            @Nullable String own,
            @Nullable String none,
            @Nullable String unknown,
            @Nullable String withhold,
            @Nullable List<Item> items) {}

    record Rules(List<Rule> rules) {}

    record Rule(String id, List<RuleValue> values) {}

    record RuleValue(
            LocalDate from,
            Object value,
            @Nullable String source,
            @Nullable LocalDate read,
            @Nullable String confirmed) {}

    record Categories(
            List<CategoryRow> categories, @Nullable List<SituationNode> situations) {}

    record CategoryRow(
            String code,
            String card,
            List<String> boxes,
            List<String> reasons,
            @Nullable List<String> tags,
            @Nullable String offered,
            @Nullable String source,
            @Nullable LocalDate read,
            @Nullable String confirmed) {}

    record SituationNode(
            String id,
            @Nullable List<SituationNode> children,
            @Nullable List<String> categories) {}

    record Checks(List<Check> checks) {}

    record Check(
            String id,
            Level level,
            String when,
            @Nullable String at,
            @Nullable String each,
            @Nullable Map<String, String> args,
            @Nullable String source,
            @Nullable LocalDate read,
            @Nullable String confirmed) {}

    record Evidence(List<Slot> evidence) {}

    record Slot(
            String id,
            @Nullable String official,
            String when,
            @Nullable String required,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String each,
            @Nullable String by,
            @Nullable String source,
            @Nullable LocalDate read,
            @Nullable String confirmed) {}

    record Fees(List<Fee> fees) {}

    record Fee(String code, @Nullable String group, String when) {}

    record PersonaFile(
            String id,
            String about,
            LocalDate today,
            @Nullable Map<String, Object> context,
            Map<String, Object> answers,
            Expect expect) {}

    record Expect(
            List<String> pages,
            @Nullable List<String> checks,
            @Nullable List<String> evidence,
            @Nullable List<String> fees) {}

    record Vectors(List<VectorRow> vectors) {}

    record VectorRow(
            String base,
            @Nullable LocalDate today,
            @Nullable Map<String, Object> change,
            @Nullable Map<String, Object> context,
            @Nullable List<String> fires,
            @Nullable List<String> silent,
            @Nullable List<String> fees,
            @Nullable Asked evidence) {}

    record Asked(@Nullable List<String> asked, @Nullable List<String> not) {}

    record Facts(Map<String, String> facts) {}
}
