package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import fairway.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A59")
class NeutralTests {
    private static final String AGENCY = "Demonstration Office";
    private static final String LINK = "https://example.org/x";
    private static final Pattern CASE_WORDS = Pattern.compile(
            "\\b(case|caso|immigra|inmigra|migra|visa|receipt|recibo|notice|aviso|evidence|evidencia|form\\b|formulario|filing|"
                    + "officer|oficial|appointment|cita\\b|draft|borrador|office|agency|agencia|fairway|i-[0-9])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Texts texts = new Texts();
    private final Neutral neutral = new Neutral(texts, List.of((account, channel, address) -> true));

    @Test
    void no_case_word_is_in_any_message_of_any_module_in_any_language() throws IOException {
        var told = new TreeSet<String>();
        int looked = 0;
        for (var language : Texts.LANGUAGES) {
            for (var template : templates(language).entrySet()) {
                for (var purpose : Purpose.values()) {
                    var message = message(template.getKey(), purpose, language);
                    var words = neutral.subject(message.channel(), language) + "\n"
                            + neutral.body(message, template.getKey(), values(template.getValue()))
                                    .replace(LINK, "");
                    looked++;
                    if (CASE_WORDS.matcher(words).find()) {
                        told.add(language + " " + template.getKey() + ": " + words);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(40);
        assertThat(told).isEmpty();
    }

    @Test
    void a_link_that_somebody_needs_is_still_there() throws IOException {
        for (var language : Texts.LANGUAGES) {
            for (var template : templates(language).entrySet()) {
                var mail = template.getKey().startsWith("mail.")
                        && template.getValue().contains("{link}");
                if (mail && !template.getValue().contains("{code}")) {
                    var message = message(template.getKey(), Purpose.SECURITY, language);
                    assertThat(neutral.body(message, template.getKey(), values(template.getValue())))
                            .as(template.getKey())
                            .contains(LINK);
                }
            }
        }
    }

    @Test
    void a_code_is_only_a_code_and_news_only_that_there_is_some() {
        var code = neutral.body(
                message("text.signin.code", Purpose.SECURITY, Locale.ENGLISH),
                "text.signin.code",
                Map.of("code", "123456", "agency", AGENCY));
        assertThat(code).isEqualTo("123456");
        var news = neutral.body(
                message("mail.alerts.news", Purpose.CASE, Locale.ENGLISH), "mail.alerts.news", Map.of("link", LINK));
        assertThat(news).isEqualTo("There is a new message for you. You know where to read it.");
        assertThat(neutral.subject(Channel.EMAIL, Locale.ENGLISH)).isEqualTo("A message for you");
    }

    @Test
    void the_answer_to_a_reply_says_what_was_done_in_words_of_its_own() {
        var message = message("text.delivery.stopped", Purpose.CASE, Locale.ENGLISH);
        assertThat(neutral.body(message, "text.delivery.stopped", Map.of("agency", AGENCY)))
                .startsWith("You will get no more texts from us");
    }

    @Test
    void what_is_about_signing_in_keeps_its_words_unless_one_of_them_tells() {
        var link = "https://example.org/cases";
        var message = message("mail.recovery.link", Purpose.SECURITY, Locale.ENGLISH);
        assertThat(neutral.body(message, "mail.recovery.link", Map.of("link", link, "agency", AGENCY)))
                .as("a word in a link is part of no sentence")
                .contains("asked for a new password", link);
        assertThat(neutral.body(message, "mail.settings.news", Map.of("text", "An officer asked.", "link", link)))
                .contains("changed how you sign in", link)
                .doesNotContain("officer");
    }

    @Test
    void one_wish_for_neutral_words_is_enough() {
        var news = message("mail.alerts.news", Purpose.CASE, Locale.ENGLISH);
        Discretion never = (account, channel, address) -> false;
        Discretion hers = (account, channel, address) -> address.equals("ana@example.org");
        assertThat(new Neutral(texts, List.of(never)).wanted(news, "ana@example.org"))
                .isFalse();
        assertThat(new Neutral(texts, List.of(never, hers)).wanted(news, "ana@example.org"))
                .isTrue();
        assertThat(new Neutral(texts, List.of(never, hers)).wanted(news, "li@example.org"))
                .isFalse();
    }

    @Test
    void letters_on_paper_are_not_asked_about() {
        var letter = new Ledger.Sending(
                new UUID(0, 1), Channel.LETTER, Purpose.CASE, "x", Locale.ENGLISH, null, 0, Instant.EPOCH);
        assertThat(neutral.wanted(letter, "12 Oak Street")).isFalse();
    }

    private static Ledger.Sending message(String key, Purpose purpose, Locale language) {
        var channel = key.startsWith("text.") ? Channel.TEXT : Channel.EMAIL;
        var template = key.substring(key.indexOf('.') + 1);
        return new Ledger.Sending(new UUID(0, 1), channel, purpose, template, language, null, 0, Instant.EPOCH);
    }

    private static Map<String, String> values(String pattern) {
        var values = new HashMap<String, String>();
        var parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                var name = parsed.getSubstring(parsed.getPart(i));
                values.put(name, Message.isLink(name) ? LINK : name.equals("agency") ? AGENCY : "1");
            }
        }
        return values;
    }

    /** Keys without their last part, with the pattern of the body. */
    private static Map<String, String> templates(Locale language) throws IOException {
        var found = new HashMap<String, String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.filter(one -> one.toString().endsWith("." + language.getLanguage() + ".properties"))
                    .toList()) {
                var all = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
                all.forEach((key, value) -> {
                    var name = (String) key;
                    if (name.matches("(mail|text)\\..*\\.body")) {
                        found.put(name.substring(0, name.length() - ".body".length()), (String) value);
                    }
                });
            }
        }
        return found;
    }
}
