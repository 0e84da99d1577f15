package org.tansiq.app.tidy;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be called what, and what may not be called at all.
 *
 * <p>In the pure modules nothing may depend on the machine: no hash order, clock, chance or default locale,
 * and no function of Math whose last bit is left to the machine. Comments and strings are not looked at.
 */
final class NameLaws extends TreeScanner<Void, Void> {

    static final Set<String> PURE = Set.of("geometry", "core", "wire");

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "(Abstract|Base)[A-Z].*|.*(Manager|Service|Helper|Utils?|Impl|Base|Data|Info|Processor|Dto)");
    private static final Pattern WIDE_CATCH = Pattern.compile("\\b(Exception|RuntimeException|Throwable|Error)\\b");
    private static final Set<String> TYPES = Set.of(
            "HashMap",
            "HashSet",
            "IdentityHashMap",
            "WeakHashMap",
            "ConcurrentHashMap",
            "Clock",
            "Random",
            "SecureRandom",
            "SplittableRandom",
            "ThreadLocalRandom",
            "Thread",
            "ExecutorService");
    private static final Pattern CALLS = Pattern.compile("(.*\\.)?("
            + "(Map|Set)\\.(of|ofEntries|copyOf)"
            + "|Collectors\\.(to\\w*(Set|Map)|groupingBy\\w*|partitioningBy)"
            + "|System\\.(currentTimeMillis|nanoTime|identityHashCode|getenv|getProperty|out|err)"
            + "|\\w+\\.now|Math\\.random|UUID\\.randomUUID|Locale\\.getDefault|\\w+\\.parallelStream"
            + "|Math\\.(sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot|sinh|cosh|tanh))");
    private static final Set<String> LOCAL = Set.of("toLowerCase", "toUpperCase");

    private final Source source;
    private final Syntax syntax;
    private final List<String> faults = new ArrayList<>();

    private NameLaws(Source.Parsed parsed) {
        this.source = parsed.source();
        this.syntax = parsed.syntax();
    }

    static List<String> faults(Source source) {
        return faults(source.parsed());
    }

    static List<String> faults(Source.Parsed parsed) {
        NameLaws laws = new NameLaws(parsed);
        laws.scan(laws.syntax.unit(), null);
        return laws.faults;
    }

    private boolean pure() {
        return source.shipped() && PURE.contains(source.module());
    }

    private void fault(Tree at, String what) {
        faults.add(source.path() + ":" + syntax.firstLine(at) + ": " + what);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (EMPTY_NAME.matcher(type.getSimpleName()).matches())
            fault(type, type.getSimpleName() + " names no thing of the field");
        return super.visitClass(type, null);
    }

    @Override
    public Void visitCatch(CatchTree clause, Void unused) {
        String caught = clause.getParameter().getType().toString();
        if (!source.module().equals("app") && WIDE_CATCH.matcher(caught).find())
            fault(clause, "catches " + caught + ", which only app may");
        return super.visitCatch(clause, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Void unused) {
        if (pure() && TYPES.contains(name.getName().toString())) fault(name, "uses " + name.getName());
        return super.visitIdentifier(name, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree name, Void unused) {
        if (pure() && banned(name)) fault(name, "uses " + name);
        return super.visitMemberSelect(name, null);
    }

    private static boolean banned(MemberSelectTree name) {
        return TYPES.contains(name.getIdentifier().toString())
                || CALLS.matcher(name.toString()).matches();
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (pure() && takesDefaultLocale(call)) fault(call, call.getMethodSelect() + " takes the default locale");
        return super.visitMethodInvocation(call, null);
    }

    private static boolean takesDefaultLocale(MethodInvocationTree call) {
        String name = call.getMethodSelect().toString();
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (LOCAL.contains(last)) return call.getArguments().isEmpty();
        if (name.equals("String.format"))
            return !call.getArguments().getFirst().toString().startsWith("Locale.");
        return last.equals("formatted");
    }
}
