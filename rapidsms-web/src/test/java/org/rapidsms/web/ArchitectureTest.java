package org.rapidsms.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may know whom. Rules are methods: some versions of Surefire pass over rules that are fields.
 */
@AnalyzeClasses(packages = "org.rapidsms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void classesAreSeen(JavaClasses all) {
        assertThat(all.stream().filter(c -> c.getPackageName().startsWith("org.rapidsms.web")))
                .hasSizeGreaterThan(25);
        assertThat(all.contain("org.rapidsms.message.Messaging")).isTrue();
        assertThat(all.contain("org.rapidsms.router.Inbox")).isTrue();
    }

    @ArchTest
    static void onlyTheWebKnowsTheWeb(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rapidsms.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.rapidsms.web..",
                        "jakarta.faces..",
                        "jakarta.servlet..",
                        "jakarta.ws.rs..",
                        "org.primefaces..",
                        "org.omnifaces..")
                .check(all);
    }

    @ArchTest
    static void webhooksKnowNoPage(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("org.rapidsms.web.webhook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.rapidsms.web.webhook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.rapidsms.web.frame",
                        "org.rapidsms.web.accounts",
                        "org.rapidsms.web.dashboard",
                        "org.rapidsms.web.httptester",
                        "org.rapidsms.web.locations",
                        "org.rapidsms.web.messagelog",
                        "org.rapidsms.web.messaging",
                        "org.rapidsms.web.registration")
                .check(all);
    }

    @ArchTest
    static void theFrameKnowsNoPage(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("org.rapidsms.web.frame")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.rapidsms.web.accounts",
                        "org.rapidsms.web.dashboard",
                        "org.rapidsms.web.httptester",
                        "org.rapidsms.web.locations",
                        "org.rapidsms.web.messagelog",
                        "org.rapidsms.web.messaging",
                        "org.rapidsms.web.registration")
                .check(all);
    }

    @ArchTest
    static void onlyTheTesterKnowsItsEngine(JavaClasses all) {
        noneBut("org.rapidsms.web.httptester", "org.rapidsms.backend.*..").check(all);
    }

    @ArchTest
    static void onlyTheMessageLogAndTheDashboardKnowItsApp(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("org.rapidsms.web..")
                .and()
                .resideOutsideOfPackages(
                        "org.rapidsms.web.messagelog", "org.rapidsms.web.dashboard")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rapidsms.app.*..")
                .check(all);
    }

    @ArchTest
    static void packagesAreFreeOfCycles(JavaClasses all) {
        slices().matching("org.rapidsms.web.(*)..").should().beFreeOfCycles().check(all);
    }

    private static ArchRule noneBut(String one, String whom) {
        return noClasses()
                .that()
                .resideInAPackage("org.rapidsms.web..")
                .and()
                .resideOutsideOfPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(whom);
    }
}
