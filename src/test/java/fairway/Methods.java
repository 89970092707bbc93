package fairway;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Measures method bodies with the compiler's own tree. */
final class Methods {
    private Methods() {}

    static List<String> longerThan(int limit, List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, any -> {}, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                unit.accept(new Measure(limit, unit, positions, found), null);
            }
            return found;
        }
    }

    private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final int limit;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        Measure(int limit, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.limit = limit;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var body = method.getBody();
            if (body != null) {
                LineMap lines = unit.getLineMap();
                var length = lines.getLineNumber(positions.getEndPosition(unit, body))
                        - lines.getLineNumber(positions.getStartPosition(unit, body));
                if (length > limit) {
                    found.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + length + " lines");
                }
            }
            return super.visitMethod(method, null);
        }
    }
}
