package fairway.signin;

import fairway.TestJobs;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was delivered to somebody. */
public record Post(JdbcClient db, TestJobs jobs) {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    public List<String> bodies(String address) {
        jobs.runDue();
        return db.sql("select body from delivery.outbox where address = :address order by sent_at desc, message desc")
                .param("address", address)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public List<String> subjects(String address) {
        jobs.runDue();
        return db.sql(
                        "select subject from delivery.outbox where address = :address order by sent_at desc, message desc")
                .param("address", address)
                .query((row, n) -> row.getString(1))
                .list();
    }

    public String code(String address) {
        return first(CODE, address);
    }

    public String link(String address) {
        return first(LINK, address);
    }

    private String first(Pattern pattern, String address) {
        for (var body : bodies(address)) {
            var found = pattern.matcher(body);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("Nothing was delivered to " + address);
    }
}
