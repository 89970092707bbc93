package fairway.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of this installation live.
 *
 * @param keys folder of the keys that wrap all others; it is never inside the database and is backed up apart from it
 * @param cached how many unwrapped data keys stay in memory
 * @param cachedFor how long one stays there, and so how long another node may still open what was destroyed here
 */
@ConfigurationProperties("fairway.vault")
record VaultSettings(
        @Nullable Path keys,
        @DefaultValue("2000") int cached,
        @DefaultValue("1m") Duration cachedFor) {}
