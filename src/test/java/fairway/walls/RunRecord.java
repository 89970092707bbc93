package fairway.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down, for every test that carries the id of a requirement or an attack, how it went. */
public final class RunRecord implements TestExecutionListener {
    static final String FILE = "results.tsv";
    private static final Pattern ID = Pattern.compile("[A-Z][0-9]{2}");
    private static final @Nullable String FOLDER = System.getProperty("fairway.proof");

    private final Map<String, Proof.Outcome> outcomes = new ConcurrentSkipListMap<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        outcomes.clear();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    note(test, Proof.Outcome.PASSED);
                }
            }
            case ABORTED -> noteAll(test, Proof.Outcome.SKIPPED);
            case FAILED -> noteAll(test, Proof.Outcome.FAILED);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        noteAll(test, Proof.Outcome.SKIPPED);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (FOLDER == null || outcomes.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        outcomes.forEach((line, outcome) ->
                text.append(line).append('\t').append(outcome).append('\n'));
        try {
            Files.createDirectories(Path.of(FOLDER));
            Files.writeString(Path.of(FOLDER, FILE), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void noteAll(TestIdentifier test, Proof.Outcome outcome) {
        note(test, outcome);
        if (plan != null && test.isContainer()) {
            plan.getDescendants(test).forEach(inside -> note(inside, outcome));
        }
    }

    /** Tests made while running know neither their tags nor their method; those who made them do. */
    private void note(TestIdentifier test, Proof.Outcome outcome) {
        var ids = new HashSet<String>();
        MethodSource method = null;
        for (var at = Optional.of(test); at.isPresent(); at = parent(at.get())) {
            ids.addAll(ids(at.get().getTags()));
            if (method == null && at.get().getSource().orElse(null) instanceof MethodSource found) {
                method = found;
            }
        }
        if (method != null) {
            for (var id : ids) {
                outcomes.merge(
                        id + "\t" + method.getClassName() + "\t" + method.getMethodName(),
                        outcome,
                        Proof.Outcome::worse);
            }
        }
    }

    private Optional<TestIdentifier> parent(TestIdentifier test) {
        return plan == null ? Optional.empty() : plan.getParent(test);
    }

    private static Set<String> ids(Set<TestTag> tags) {
        var ids = new HashSet<String>();
        tags.stream()
                .map(TestTag::getName)
                .filter(name -> ID.matcher(name).matches())
                .forEach(ids::add);
        return ids;
    }
}
