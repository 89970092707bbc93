package fairway;

import fairway.forms.Forms;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about forms, whatever their editions say.
 *
 * @param levels how loudly single checks speak here: form, check and `BLOCK`, `WARN`, `TIP` or `OFFICE`, such as `i-765 I765-32 TIP`, several after commas or as a list; without signature, fee or readable answers nothing can be filed, so those checks stay `BLOCK`
 * @param acceptUnconfirmed whether forms can be filed on editions that the agency has not confirmed; only for demonstrations
 */
@ConfigurationProperties("fairway.forms")
record FormsSettings(
        @DefaultValue List<String> levels,
        @DefaultValue("false") boolean acceptUnconfirmed) {
    Forms.House house() {
        return new Forms.House(levels, acceptUnconfirmed);
    }
}
