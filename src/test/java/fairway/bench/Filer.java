package fairway.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in an I-765 page by page, as the pages ask: an invented refugee's first card, which costs nothing. */
final class Filer {
    private static final int MOST_PAGES = 80;

    /** Answers by question; an answer with boxes is written box=value. */
    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            one("screen.in_us", "yes"),
            one("screen.status_lpr", "no"),
            one("screen.employer_specific", "no"),
            one("screen.category_helper", "refugee"),
            one("category", "a3"),
            one("i485.fee_paid", "no_i485"),
            one("reason", "initial"),
            Map.entry("applicant.name", List.of(".family=Benchley", ".given=Nora")),
            one("applicant.has_other_names", "no"),
            Map.entry("applicant.dob", List.of(".year=1988", ".month=5", ".day=5")),
            one("applicant.birth_city", "Nairobi"),
            one("applicant.birth_country", "KE"),
            one("applicant.sex", "female"),
            one("applicant.marital_status", "single"),
            Map.entry(
                    "applicant.us_mailing_address",
                    List.of(".street=44 Maple Court", ".city=Lewiston", ".state=ME", ".zip=04240")),
            one("applicant.mailing_is_physical", "yes"),
            one("applicant.a_number", "A000000026"),
            one("applicant.filed_i765_before", "no"),
            Map.entry("arrival.date", List.of(".year=2026", ".month=8", ".day=18")),
            one("arrival.place", "New York, New York"),
            one("arrival.status", "refugee"),
            one("arrival.i94_number", "000000026A1"),
            Map.entry("arrival.passport_number", List.of("~=none")),
            one("arrival.travel_document_number", "ZT0000026"),
            one("arrival.document_country", "KE"),
            Map.entry("arrival.document_expires", List.of(".year=2027", ".month=8", ".day=18")),
            one("current_status", "refugee"),
            one("screen.has_additional", "no"),
            one("statement.language_mode", "read_english"),
            one("statement.preparer_used", "no"),
            one("contact.day_phone", "202-555-0126"),
            one("contact.email", "nora@example.org"),
            one("signer.by", "self"));

    /** Lists: the answers of their only entry. */
    private static final Map<String, Map<String, String>> LISTS = Map.of("citizenships", Map.of("country", "SO"));

    private final Caller caller;

    Filer(Caller caller) {
        this.caller = caller;
    }

    private static Map.Entry<String, List<String>> one(String question, String answer) {
        return Map.entry(question, List.of("=" + answer));
    }

    /** A draft nothing was typed into; the path of its checklist. */
    String start() throws IOException {
        var path = caller.post("/forms/i-765/start", Map.of())
                .expect(303, "Starting an I-765")
                .location();
        if (!path.startsWith("/drafts/")) {
            throw new CannotMeasure("Starting an I-765 led to " + path);
        }
        return path;
    }

    /** Answers every page, ends at the review. */
    void fill(String draft) throws IOException {
        var next = caller.get(draft).expect(200, "The checklist").first("href=\"(" + draft + "/[a-z_0-9]+)\"");
        for (int i = 0; i < MOST_PAGES; i++) {
            if (next.startsWith(draft + "/review") || next.startsWith(draft + "/evidence")) {
                return;
            }
            var page = caller.get(next).expect(200, next);
            var topic = next.substring(draft.length() + 1);
            var rows = LISTS.get(topic);
            if (rows != null && page.text().contains(draft + "/" + topic + "/1\"")) {
                var row = caller.get(draft + "/" + topic + "/1").expect(200, "An entry of a list");
                post(draft + "/" + topic + "/1", row, rows);
                page = caller.get(next).expect(200, next);
            }
            var after = post(next, page, Map.of());
            if (after.contains("?check")) {
                var problems = caller.get(after).all("href=\"#([^\"]+)\"");
                throw new CannotMeasure("The page " + next + " is not content with the bench's answers: " + problems);
            }
            next = after;
        }
        throw new CannotMeasure("The form did not end after " + MOST_PAGES + " pages");
    }

    private String post(String path, Answer page, Map<String, String> row) throws IOException {
        var form = form(page, row);
        form.add(Map.entry("then", "continue"));
        return caller.post(path, form, "").expect(303, "Saving " + path).location();
    }

    /** The fields of a page with the answers filled in. */
    static List<Map.Entry<String, String>> form(Answer page, Map<String, String> row) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var token : page.all("name=\"rev\" value=\"([^\"]*)\"")) {
            fields.add(Map.entry("rev", token));
        }
        for (var asked : page.all("name=\"_asked\" value=\"([^\"]*)\"")) {
            fields.add(Map.entry("_asked", asked));
            if (row.containsKey(asked)) {
                fields.add(Map.entry(asked, row.getOrDefault(asked, "")));
            }
            for (var answer : ANSWERS.getOrDefault(asked, List.of())) {
                int equals = answer.indexOf('=');
                fields.add(Map.entry(asked + answer.substring(0, equals), answer.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** Reads the warnings, accepts them. */
    void review(String draft) throws IOException {
        var page = caller.get(draft + "/review").expect(200, "The review");
        var accepted = new LinkedHashMap<String, String>();
        page.all("name=\"(accept\\.[^\"]+)\"").forEach(warning -> accepted.put(warning, "yes"));
        var next = caller.post(draft + "/review", accepted)
                .expect(303, "Accepting the warnings")
                .location();
        if (!next.startsWith(draft + "/sign")) {
            throw new CannotMeasure("After the review came " + next);
        }
    }

    /** Signs and so files; what is measured as a submission. */
    void sign(String draft) throws IOException {
        var page = caller.get(draft + "/sign").expect(200, "The page to sign");
        var form = new LinkedHashMap<String, String>();
        form.put("_sign", page.hidden("_sign"));
        form.put("name", "Nora Benchley");
        form.put(
                "agree",
                page.all("name=\"agree\"[^>]*value=\"([^\"]*)\"").stream()
                        .findFirst()
                        .orElse("yes"));
        var filed = caller.post(draft + "/sign", form).expect(303, "Signing").location();
        if (!filed.startsWith("/filings/")) {
            throw new CannotMeasure("After signing came " + filed);
        }
        caller.get(filed).expect(200, "The confirmation");
    }
}
