package fairway.support;

import fairway.identity.EmailAddress;
import fairway.identity.Phone;
import fairway.support.HelpRequest.Lost;
import fairway.support.HelpRequest.Written;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request as it was typed, box by box, and what is wrong with it. */
final class HelpForm {
    static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 200;
    private static final LocalDate OLDEST = LocalDate.of(1890, 1, 1);
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern A_NUMBER = Pattern.compile("[Aa]?[0-9]{7,9}");

    private final Page page;
    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    HelpForm(Page page, Map<String, String> typed) {
        this.page = page;
        this.typed = typed;
    }

    /** What templates show. */
    record Shown(HelpForm form, List<Problem> problems, List<Option> losses) {
        String of(String box) {
            return form.of(box);
        }
    }

    static String tidy(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n");
        return UNSEEN.matcher(plain).replaceAll("").strip();
    }

    String of(String box) {
        return tidy(typed.getOrDefault(box, ""));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Empty parts where something is wrong; then {@link #problems} says what. */
    Written read(LocalDate today) {
        var name = of("name");
        need("name", !name.isEmpty() && name.length() <= LONGEST_NAME && !name.contains("\n"));
        var born = born(today);
        var aNumber = of("a_number").replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "");
        need("a_number", aNumber.isEmpty() || A_NUMBER.matcher(aNumber).matches());
        var email = EmailAddress.read(of("email"));
        need("email", email.isPresent());
        var phone = of("phone").isEmpty() ? null : Phone.read(of("phone")).orElse(null);
        need("phone", of("phone").isEmpty() || phone != null);
        var lost = Lost.read(of("lost"));
        need("lost", lost.isPresent());
        need("text", of("text").length() <= LONGEST_TEXT);
        return new Written(
                name,
                born,
                aNumber.replaceAll("[^0-9]", ""),
                email.map(EmailAddress::value).orElse(""),
                phone == null ? "" : phone.e164(),
                lost.orElse(Lost.OTHER),
                of("text"),
                "");
    }

    Shown shown() {
        var losses = Arrays.stream(Lost.values())
                .map(lost -> Option.of(lost.name(), page.text("support.help.lost." + lost.key())))
                .toList();
        return new Shown(this, problems(), losses);
    }

    private @Nullable LocalDate born(LocalDate today) {
        try {
            var born = LocalDate.of(number("born.year"), number("born.month"), number("born.day"));
            need("born", born.isAfter(OLDEST) && !born.isAfter(today));
            return born;
        } catch (DateTimeException | NumberFormatException e) {
            need("born", false);
            return null;
        }
    }

    private int number(String box) {
        return Integer.parseInt(of(box));
    }

    private void need(String box, boolean met) {
        if (!met) {
            problems.add(new Problem(box, page.text("support.help.problem." + box)));
        }
    }
}
