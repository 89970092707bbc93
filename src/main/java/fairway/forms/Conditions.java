package fairway.forms;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Parses and type-checks the conditions of one edition against what it declares. */
final class Conditions {
    private static final List<CelFunctionDecl> FUNCTIONS = functions();

    private final Names names;
    private final CelCompiler compiler;
    private final @Nullable String list;
    private final Map<String, Condition> known = new ConcurrentHashMap<>();
    private final Map<String, Conditions> inLists = new ConcurrentHashMap<>();

    Conditions(Names names) {
        this(names, null);
    }

    private Conditions(Names names, @Nullable String list) {
        this.names = names;
        this.list = list;
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setTypeProvider(names.types())
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER)
                .addFunctionDeclarations(FUNCTIONS);
        names.variables().forEach(builder::addVar);
        if (list != null) {
            var row = names.row(list).orElseThrow();
            builder.addVar("it", row);
        }
        this.compiler = builder.build();
    }

    /** The same, inside one instance of a list, which is named {@code it}. */
    Conditions in(@Nullable String list) {
        return list == null ? this : inLists.computeIfAbsent(list, key -> new Conditions(names, key));
    }

    boolean knowsList(String list) {
        return names.isList(list);
    }

    Condition truth(String where, @Nullable String text, Condition otherwise) {
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "yes", "true" -> Condition.ALWAYS;
            case "no", "false" -> Condition.NEVER;
            default -> known.computeIfAbsent(text, any -> compile(where, text, SimpleType.BOOL));
        };
    }

    /** An expression of any type, for arguments of texts. */
    Condition value(String where, String text) {
        return compile(where, text, null);
    }

    private Condition compile(String where, String text, @Nullable CelType wanted) {
        var result = compiler.compile(text);
        if (result.hasError()) {
            var first = result.getErrors().getFirst();
            var at = first.getSourceLocation();
            throw new BadEdition(
                    where, first.getMessage() + " at " + at.getLine() + ":" + (at.getColumn() + 1) + " in: " + text);
        }
        var tree = tree(result);
        if (wanted != null && !tree.getResultType().equals(wanted)) {
            throw new BadEdition(
                    where,
                    "must be " + wanted.name() + ", is " + tree.getResultType().name() + ": " + text);
        }
        return new Grower(where, text, tree, names, list).grow();
    }

    private static CelAbstractSyntaxTree tree(dev.cel.common.CelValidationResult result) {
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CelFunctionDecl> functions() {
        var date = Names.DATE;
        var any = TypeParamType.create("T");
        var yes = SimpleType.BOOL;
        var text = SimpleType.STRING;
        var number = SimpleType.INT;
        return List.of(
                newFunctionDeclaration("_+_", newGlobalOverload("date_plus_days", date, date, number)),
                newFunctionDeclaration(
                        "_-_",
                        newGlobalOverload("date_minus_days", date, date, number),
                        newGlobalOverload("days_between", number, date, date)),
                newFunctionDeclaration("_<_", newGlobalOverload("date_less", yes, date, date)),
                newFunctionDeclaration("_<=_", newGlobalOverload("date_less_equal", yes, date, date)),
                newFunctionDeclaration("_>_", newGlobalOverload("date_greater", yes, date, date)),
                newFunctionDeclaration("_>=_", newGlobalOverload("date_greater_equal", yes, date, date)),
                newFunctionDeclaration("date", newGlobalOverload("date_of", date, text)),
                newFunctionDeclaration("age", newGlobalOverload("age_of", number, date)),
                newFunctionDeclaration("year", newGlobalOverload("year_of", number, date)),
                newFunctionDeclaration("empty", newGlobalOverload("empty_of", yes, any)),
                newFunctionDeclaration("is_none", newGlobalOverload("is_none_of", yes, any)),
                newFunctionDeclaration("is_unknown", newGlobalOverload("is_unknown_of", yes, any)),
                newFunctionDeclaration("is_withheld", newGlobalOverload("is_withheld_of", yes, any)),
                newFunctionDeclaration("same", newGlobalOverload("same_of", yes, any, TypeParamType.create("U"))),
                newFunctionDeclaration("reasons", newGlobalOverload("reasons_of", ListType.create(text), text)));
    }
}
