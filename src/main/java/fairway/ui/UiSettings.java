package fairway.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation presents itself.
 *
 * @param agency name of the operator, shown beside the mark
 * @param demo whether every page says that this is a demonstration
 */
@ConfigurationProperties("fairway.ui")
record UiSettings(
        @DefaultValue("Demonstration Office") String agency,
        @DefaultValue("false") boolean demo) {}
