package dev.payfleet.scrub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.payfleet.scrub");

    @Test
    void onlyThePageScrubberSeesTheBrowser() {
        onlyIn("dev.payfleet.scrub.page..", "com.microsoft.playwright..", "com.google.gson..")
                .because("texts are scrubbed on any thread, and a browser's objects belong to one")
                .check(CLASSES);
    }

    @Test
    void onlyTheLoggingPackageSeesTheLoggingBackend() {
        onlyIn("dev.payfleet.scrub.logging..", "ch.qos.logback..", "net.logstash..", "org.slf4j..")
                .because("a scrubber that logged could log what it scrubs, and the backend must stay exchangeable")
                .check(CLASSES);
    }

    @Test
    void onlyTheSentryPackageSeesSentry() {
        onlyIn("dev.payfleet.scrub.sentry..", "io.sentry..")
                .because("what can send data out of the process is kept where it can be read in one sitting")
                .check(CLASSES);
    }

    @Test
    void nothingSeesAws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .because("what is scrubbed goes to whoever stores it; the scrubber knows no store")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.payfleet.scrub.(*)..")
                .should()
                .beFreeOfCycles()
                .because("text scrubbing must not need a browser, a log or a network")
                .check(CLASSES);
    }

    @Test
    void rootPackageKnowsNoneBelowIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.payfleet.scrub")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.payfleet.scrub.*..")
                .because("the packages below are ways out, and each goes through the root's scrubbers")
                .check(CLASSES);
    }

    @Test
    void publicTypesAreTheseAndNoOthers() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getName)
                        .map(name -> name.substring("dev.payfleet.scrub.".length())))
                .containsExactlyInAnyOrder(
                        "TextScrubber",
                        "TextScrubbers",
                        "KnownSecrets",
                        "JsonScrubber",
                        "UnscrubbableException",
                        "logging.JsonLines",
                        "logging.FirstLines",
                        "sentry.ErrorReports",
                        "page.PageRedraw",
                        "page.Redrawn",
                        "page.Caption",
                        "page.RedrawRefusedException");
    }

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction onlyIn(
            String home, String... foreign) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign);
    }
}
