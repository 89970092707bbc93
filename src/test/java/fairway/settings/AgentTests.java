package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.LiveSessions.Agent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S11")
@Tag("L03")
class AgentTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36|chrome|windows",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0|edge|windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E Safari/604.1|safari|iphone",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1|chrome|iphone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1|safari|mac",
                "Mozilla/5.0 (Linux; Android 14; SM-S921) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36|samsung|android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|firefox|linux",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36|chrome|chromebook"
            })
    void a_browser_is_named_by_what_people_call_it(String sent, String browser, String system) {
        assertThat(Agent.read(sent)).isEqualTo(new Agent(browser, system));
    }

    @Test
    void nothing_a_browser_sends_reaches_a_page_or_the_record() {
        assertThat(Agent.read(null)).isEqualTo(new Agent("other", "other"));
        assertThat(Agent.read("<script>alert(1)</script>\r\n\u001b[31m")).isEqualTo(new Agent("other", "other"));
    }
}
