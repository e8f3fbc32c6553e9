package org.rapidsms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

/** Who may know whom. The same picture, in words, is in docs/architecture.md. */
@Tag("architecture")
@AnalyzeClasses(packages = "org.rapidsms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void packagesAreFreeOfCycles(JavaClasses all) {
        slices().matching("org.rapidsms.(**)").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void conceptsAreFreeOfCycles(JavaClasses all) {
        slices().matching("org.rapidsms.(*)..").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void bundledAppsSeeNoMoreThanAStrangersApp(JavaClasses all) {
        knowOnly(
                all,
                "org.rapidsms.app",
                "org.rapidsms.app",
                "org.rapidsms.message",
                "org.rapidsms.contact",
                "org.rapidsms.location",
                "org.rapidsms.admin");
    }

    @ArchTest
    static void enginesSeeNoMoreThanAStrangersEngine(JavaClasses all) {
        knowOnly(
                all,
                "org.rapidsms.backend",
                "org.rapidsms.backend",
                "org.rapidsms.settings",
                "org.rapidsms.text",
                "org.rapidsms.admin");
    }

    @ArchTest
    static void siblingsDoNotKnowEachOther(JavaClasses all) {
        for (var parent : Set.of("app", "backend", "router")) {
            slices().matching("org.rapidsms." + parent + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .check(all);
        }
    }

    @ArchTest
    static void nothingKnowsAnImplementationByName(JavaClasses all) {
        for (var parent : Set.of("app", "backend", "router")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.rapidsms." + parent + ".*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rapidsms." + parent + ".*..")
                    .check(all);
        }
    }

    @ArchTest
    static void theCoreKnowsNoContainer(JavaClasses all) {
        noClasses()
                .that()
                .haveSimpleName("Router")
                .or()
                .haveSimpleName("Routing")
                .or()
                .haveSimpleName("Outbox")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
                .check(all);
    }

    @ArchTest
    static void nothingKnowsTheWeb(JavaClasses all) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.rapidsms.web..",
                        "jakarta.faces..",
                        "jakarta.ws.rs..",
                        "jakarta.servlet..")
                .check(all);
    }

    /** A rule over nothing holds: make sure that there is something to judge. */
    @ArchTest
    static void everythingIsSeen(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(70);
    }

    /** Of what is ours, the sub-packages of a package may know these and nothing else. */
    private static void knowOnly(JavaClasses all, String parent, String... others) {
        var strangers = new TreeSet<String>();
        for (var each : all) {
            if (each.getPackageName().startsWith(parent + ".")) {
                strangers.addAll(strangers(each, others));
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static Set<String> strangers(JavaClass one, String... others) {
        return one.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("org.rapidsms"))
                .filter(target -> Arrays.stream(others).noneMatch(target.getName()::startsWith))
                .map(target -> one.getName() + " knows " + target.getName())
                .collect(Collectors.toSet());
    }
}
