package org.rapidsms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom among what authors of apps and backends see. */
@AnalyzeClasses(packages = "org.rapidsms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLATFORM = {
        "java..", "jakarta..", "javax.crypto..", "com.google.re2j.."
    };

    @ArchTest
    static void packagesAreFreeOfCycles(JavaClasses all) {
        slices().matching("org.rapidsms.(*)..").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void placesKnowNobody(JavaClasses all) {
        knowOnly("org.rapidsms.location..").check(all);
    }

    @ArchTest
    static void contactsKnowPlaces(JavaClasses all) {
        knowOnly("org.rapidsms.contact..", "org.rapidsms.location..").check(all);
    }

    @ArchTest
    static void textsKnowNobody(JavaClasses all) {
        knowOnly("org.rapidsms.text..").check(all);
    }

    @ArchTest
    static void messagesKnowContactsAndPlaces(JavaClasses all) {
        knowOnly("org.rapidsms.message..", "org.rapidsms.contact..", "org.rapidsms.location..")
                .check(all);
    }

    @ArchTest
    static void appsKnowMessagesContactsAndPlaces(JavaClasses all) {
        knowOnly(
                        "org.rapidsms.app..",
                        "org.rapidsms.message..",
                        "org.rapidsms.contact..",
                        "org.rapidsms.location..")
                .check(all);
    }

    @ArchTest
    static void backendsKnowSettings(JavaClasses all) {
        knowOnly("org.rapidsms.settings..").check(all);
        knowOnly("org.rapidsms.backend..", "org.rapidsms.settings..").check(all);
    }

    @ArchTest
    static void theConsoleKnowsNobody(JavaClasses all) {
        knowOnly("org.rapidsms.console..").check(all);
    }

    @ArchTest
    static void modelsOfAdministratorsKnowNobody(JavaClasses all) {
        knowOnly("org.rapidsms.admin..").check(all);
        knowOnly("org.rapidsms.schema..").check(all);
    }

    /** A rule over nothing holds: make sure that there is something to judge. */
    @ArchTest
    static void everythingIsSeen(JavaClasses all) {
        assertThat(all).hasSizeGreaterThan(35);
    }

    private static ArchRule knowOnly(String who, String... others) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(
                        Predicates.resideInAnyPackage(PLATFORM)
                                .or(Predicates.resideInAPackage(who))
                                .or(Predicates.resideInAnyPackage(others)));
    }
}
