package dev.payfleet.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

/// The walls of the house, over all of its modules: what Maven's module column cannot refuse, this refuses.
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // What only tests stand on: servers on this machine, and the contract suites of the stores as a jar.
            .withImportOption(location -> !location.contains("aws-local") && !location.contains("-tests.jar"))
            .importPackages("dev.payfleet");

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("dev.payfleet.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two packages one, which can then be neither read nor replaced alone"));
    }

    @Test
    void playwrightStopsAtItsBorder() {
        check(outside(
                        "dev.payfleet.worker.browser..",
                        "dev.payfleet.worker.bench..",
                        "dev.payfleet.worker.trial..",
                        "dev.payfleet.scrub.page..",
                        "dev.payfleet.provider..",
                        "dev.payfleet.fixture..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.playwright..")
                .because("a Playwright object must never leave its lane's thread, so few may hold one"));
    }

    @Test
    void awsClientsStopAtTheirBorder() {
        check(outside("dev.payfleet..aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("the embedded engine must run where no AWS client is"));
    }

    @Test
    void theEncryptionSdkIsSeenBySealingAndKeyRingsAlone() {
        check(outside("dev.payfleet.session.sealing..", "dev.payfleet.session.embedded..", "dev.payfleet..aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws.encryptionsdk..", "software.amazon.cryptography..")
                .because("there is one way to seal, and it is behind one port"));
    }

    @Test
    void sqlStopsAtItsBorder() {
        // The demo reads the file as an outsider would, to check what the stores say of it.
        check(outside("dev.payfleet..embedded..", "dev.payfleet.sqlite..", "dev.payfleet.worker.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .because("SQLite is the embedded engine's own affair"));
    }

    @Test
    void onlyWiringChoosesAnEngine() {
        check(outside("dev.payfleet..embedded..", "dev.payfleet..aws..", "dev.payfleet.worker.bench..")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.Wiring")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.EmbeddedFleet")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.FileKeys")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.AwsFleet")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.payfleet..embedded..", "dev.payfleet..aws..")
                .because("whoever else names an engine's package can run on that engine alone"));
    }

    @Test
    void theStoryOfAJobSeesNoTechnology() {
        check(inside("dev.payfleet.worker.job..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.microsoft.playwright..",
                        "software.amazon..",
                        "com.amazonaws..",
                        "java.sql..",
                        "org.sqlite..",
                        "tools.jackson..",
                        "java.net.http..",
                        "picocli..",
                        "dev.payfleet.fixture..")
                .because("the way of a job must be readable, and testable, without any of them"));
    }

    @Test
    void theWorkerNamesNoAdapter() {
        check(inside("dev.payfleet.worker..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.payfleet\\.provider\\.(?!reading|visit)[a-z0-9]+\\..*")
                .because("a new provider must not touch the worker"));
    }

    @Test
    void onlyWhatShowsOrMeasuresTouchesFixtures() {
        check(outside(
                        "dev.payfleet.fixture..",
                        "dev.payfleet.worker.stage..",
                        "dev.payfleet.worker.demo..",
                        "dev.payfleet.worker.trial..",
                        "dev.payfleet.worker.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.payfleet.fixture..")
                .because("the production image leaves the simulated sites out"));
    }

    @Test
    void onlyAProgramEndsTheProcess() {
        check(outside("dev.payfleet.awslocal..")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.Main")
                .and()
                .doNotHaveFullyQualifiedName("dev.payfleet.worker.health.HealthProbe")
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("a command returns its exit code, so that a test can run it"));
    }

    @Test
    void noPackageIsADrawer() {
        check(outside()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..helpers..",
                        "..impl..",
                        "..misc..",
                        "..model..",
                        "..service..",
                        "..manager..")
                .because("a package is named for what it is about"));
    }

    private static GivenClassesConjunction inside(String... packages) {
        ClassesThat<GivenClassesConjunction> classes = noClasses().that();
        return classes.resideInAnyPackage(packages);
    }

    private static GivenClassesConjunction outside(String... packages) {
        return inside("dev.payfleet..").and().resideOutsideOfPackages(packages);
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
