package fairway.forms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a rule comes from, when that was read, and whether someone answerable has confirmed it. */
public record Source(@Nullable String text, @Nullable LocalDate read, boolean confirmed) {}
