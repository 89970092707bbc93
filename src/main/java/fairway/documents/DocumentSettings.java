package fairway.documents;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that people send.
 *
 * @param folder where they are kept, sealed; all nodes share it
 * @param limit largest file
 * @param perHolder how many files one draft or answer holds
 * @param pages most pages of one PDF or TIFF
 * @param megapixels largest picture, width times height
 * @param longest how long one upload may take
 * @param uploads how many uploads run at the same time on this node; more are asked to wait
 * @param clamd where ClamAV listens: {@code host:port} or {@code unix:/path}; empty means that files are not scanned
 * @param clamdTimeout how long ClamAV may stay silent
 * @param sandbox the processes in which files are examined and drawn
 * @param account what one account may send
 */
@ConfigurationProperties("fairway.documents")
record DocumentSettings(
        Path folder,
        @DefaultValue("12MB") DataSize limit,
        @DefaultValue("50") int perHolder,
        @DefaultValue("500") int pages,
        @DefaultValue("120") int megapixels,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("128") int uploads,
        @DefaultValue("") String clamd,
        @DefaultValue("30s") Duration clamdTimeout,
        @DefaultValue Sandbox sandbox,
        @DefaultValue Account account) {

    /**
     * Processes in which files are examined and drawn.
     *
     * @param workers how many work at the same time
     * @param heap memory for the Java objects of each
     * @param patience how long one file may take before its process is killed
     */
    record Sandbox(
            @DefaultValue("2") int workers,
            @DefaultValue("192MB") DataSize heap,
            @DefaultValue("20s") Duration patience) {}

    /**
     * What one account may send.
     *
     * @param atOnce uploads at the same time, on one node
     * @param files files in one day, refused ones among them
     * @param bytes all that it sends in one day
     */
    record Account(
            @DefaultValue("10") int atOnce,
            @DefaultValue("500") int files,
            @DefaultValue("2GB") DataSize bytes) {}
}
