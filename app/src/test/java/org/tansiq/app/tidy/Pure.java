package org.tansiq.app.tidy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a pure module may lean on, read from its byte code, so that no import or alias hides it. */
final class Pure {

    private static final String[] ROOMS = {
        "",
        "org.tansiq.geometry",
        "org.jspecify.annotations",
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.time",
        "java.time.temporal",
        "java.util",
        "java.util.function",
        "java.util.stream"
    };

    private static final Pattern MACHINE =
            Pattern.compile("java\\.lang\\.(Thread.*|Process.*|Runtime|InheritableThreadLocal)|java\\.time\\.Clock"
                    + "|java\\.security\\.\\w*Random\\w*"
                    + "|java\\.util\\.(Timer.*|Scanner|UUID|.*Random.*|IdentityHashMap|WeakHashMap)");

    /** Owner and member, as {@code java.util.HashMap.<init>}; with its parameters where these decide. */
    private static final Pattern OPEN = Pattern.compile(
            "java\\.lang\\.Math\\.(sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot|sinh|cosh"
                    + "|tanh|random)\\(.*"
                    + "|java\\.util\\.(Hash(Map|Set))\\..*"
                    + "|java\\.util\\.(Map|Set)\\.(of|ofEntries|copyOf)\\(.*"
                    + "|java\\.util\\.stream\\.Collectors\\.(to\\w*(Set|Map)|groupingBy\\w*|partitioningBy)\\(.*"
                    + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|identityHashCode|getenv|getProperty)\\(.*"
                    + "|java\\.lang\\.System\\.(out|err|in)"
                    + "|java\\.time\\.\\w+\\.now\\(.*|java\\.time\\.ZoneId\\.systemDefault\\(.*"
                    + "|java\\.util\\.Locale\\.getDefault\\(.*"
                    + "|java\\.lang\\.String\\.(format\\(java\\.lang\\.String,.*|formatted\\(.*)"
                    + "|java\\.lang\\.String\\.to(Low|Upp)erCase\\(\\)"
                    + "|java\\.util\\..*\\.(parallel|parallelStream|parallel\\w+)\\(.*");

    /** Only plain values of the JDK: no file, net, thread or clock, and nothing of ours. */
    static final ArchRule LEANS_ON_LITTLE = leansOn();

    /** The same, and these packages besides. */
    static ArchRule leansOn(String... more) {
        String[] all = Stream.concat(Stream.of(ROOMS), Stream.of(more)).toArray(String[]::new);
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all).and(notTheMachine()));
    }

    /** A room sees the rooms above it, never one below. */
    static ArchRule seesNoneOf(String... below) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(below))
                .allowEmptyShould(true);
    }

    /** No hash order, clock, chance or default locale, and no function that may round otherwise elsewhere. */
    static final ArchRule SAME_BITS = noClasses().should().accessTargetWhere(leftOpen());

    private Pure() {}

    private static DescribedPredicate<JavaClass> notTheMachine() {
        return DescribedPredicate.describe(
                "are plain values", type -> !MACHINE.matcher(type.getName()).matches());
    }

    private static DescribedPredicate<JavaAccess<?>> leftOpen() {
        return DescribedPredicate.describe(
                "its result is left to the machine",
                access -> OPEN.matcher(access.getTarget().getFullName()).matches());
    }
}
