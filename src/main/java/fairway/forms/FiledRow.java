package fairway.forms;

/** One answer as it stands in a filing, in words of one language; an instance of a list carries its number. */
public record FiledRow(Item item, String path, String page, String label, String answer) {}
