package dev.payfleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What may import what in this module, and what of it others see.
class ArchitectureTest {
    private static final JavaClasses MODULE = imported();

    private static JavaClasses imported() {
        // The rules look at names only; reading the libraries behind them would take many seconds.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.payfleet.sqlite", "dev.payfleet.session", "dev.payfleet.cache");
    }

    @Test
    void theEncryptionLibraryStaysBehindTheSealer() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.payfleet.session.sealing", "dev.payfleet.session.embedded")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "software.amazon..")
                .because("what is stored must outlive the library that sealed it: only the sealer, and the key ring of"
                        + " each side, may know it")
                .check(MODULE);
    }

    @Test
    void theEmbeddedSideKnowsOnlyTheKeyRing() {
        noClasses()
                .that()
                .resideInAPackage("dev.payfleet.session.embedded")
                .and()
                .doNotHaveSimpleName("RawAesKeyring")
                .and()
                .doNotHaveSimpleName("EmbeddedSessions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "software.amazon..")
                .because("the key ring is the one thing in which the sides differ, so that one class makes it and the"
                        + " door hands it on")
                .check(MODULE);
    }

    @Test
    void sqlStaysInTheEmbeddedSide() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.payfleet.sqlite", "dev.payfleet.session.embedded", "dev.payfleet.cache.embedded")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("the ports must be as easy to serve from another database")
                .check(MODULE);
    }

    @Test
    void theDriverIsKnownToTheFileOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.payfleet.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sqlite..")
                .because("settings that keep the data safe are made in one place")
                .check(MODULE);
    }

    @Test
    void onlyTheCacheMayCacheInMemory() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.payfleet.cache")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.benmanes.caffeine..")
                .because("a copy in memory is one more place to wipe at a disconnect")
                .check(MODULE);
    }

    @Test
    void portsDoNotKnowWhoServesThem() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.payfleet.session", "dev.payfleet.cache")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..embedded..", "..aws..", "..sealing..", "dev.payfleet.sqlite")
                .because("an implementation is chosen where the application is wired, nowhere else")
                .check(MODULE);
    }

    @Test
    void theFileKnowsNothingOfWhatIsInIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.payfleet.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.payfleet.session..", "dev.payfleet.cache..")
                .because("the queue lives in the same file")
                .check(MODULE);
    }

    @Test
    void noJsonLibraryIsNeeded() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "tools.jackson..", "com.google.gson..")
                .because("what is stored here is opaque bytes: who knows their shape also reads and writes it")
                .check(MODULE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.payfleet.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs itself by way of another can't be understood, or replaced, alone")
                .check(MODULE);
    }

    /// A type that becomes public is a promise: it is written down here first.
    @Test
    void theseAndNoOtherTypesArePublic() {
        assertThat(MODULE.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        "dev.payfleet.cache.CachedResult",
                        "dev.payfleet.cache.ResultCache",
                        "dev.payfleet.cache.ResultKey",
                        "dev.payfleet.cache.embedded.EmbeddedResults",
                        "dev.payfleet.cache.embedded.FenceCheck",
                        "dev.payfleet.session.Admission",
                        "dev.payfleet.session.Attempt",
                        "dev.payfleet.session.AttemptOutcome",
                        "dev.payfleet.session.Connection",
                        "dev.payfleet.session.ConnectionKey",
                        "dev.payfleet.session.ConnectionState",
                        "dev.payfleet.session.ConnectionStore",
                        "dev.payfleet.session.Credential",
                        "dev.payfleet.session.DisconnectedException",
                        "dev.payfleet.session.Refusal",
                        "dev.payfleet.session.SealBrokenException",
                        "dev.payfleet.session.Sealer",
                        "dev.payfleet.session.Secret",
                        "dev.payfleet.session.SessionStore",
                        "dev.payfleet.session.SignInLedger",
                        "dev.payfleet.session.SignInRule",
                        "dev.payfleet.session.StaleFenceException",
                        "dev.payfleet.session.StoredCredential",
                        "dev.payfleet.session.StoredSession",
                        "dev.payfleet.session.StoredTrust",
                        "dev.payfleet.session.TrustStore",
                        "dev.payfleet.session.Wiped",
                        "dev.payfleet.session.embedded.EmbeddedSessions",
                        "dev.payfleet.session.embedded.KeyFile",
                        "dev.payfleet.session.embedded.KeyFileException",
                        "dev.payfleet.session.sealing.CredentialSeal",
                        "dev.payfleet.session.sealing.EnvelopeSealer",
                        "dev.payfleet.sqlite.OwnerOnlyFile",
                        "dev.payfleet.sqlite.Sql",
                        "dev.payfleet.sqlite.SqliteFile",
                        "dev.payfleet.sqlite.SqliteFileException",
                        "dev.payfleet.sqlite.Work");
    }
}
