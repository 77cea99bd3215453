package dev.payfleet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
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
                .importPackages(
                        "dev.payfleet.aws", "dev.payfleet.sqlite", "dev.payfleet.session", "dev.payfleet.cache");
    }

    @Test
    void theEncryptionLibraryStaysBehindTheSealer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.payfleet.session.sealing")
                .and()
                .doNotHaveSimpleName("RawAesKeyring")
                .and()
                .doNotHaveSimpleName("EmbeddedSessions")
                .and()
                .doNotHaveSimpleName("KeyRings")
                .and()
                .doNotHaveSimpleName("KmsOutage")
                .and()
                .doNotHaveSimpleName("AwsSessions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "software.amazon.cryptography..")
                .because(
                        "what is stored must outlive the library that sealed it: only the sealer may know it, and on each"
                                + " side the key ring, what goes wrong with it, and the door that hands it on")
                .check(MODULE);
    }

    @Test
    void awsStaysInTheAwsSide() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.payfleet.aws", "dev.payfleet.session.aws", "dev.payfleet.cache.aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("a program that never calls AWS loads none of it, and the ports know no cloud")
                .check(MODULE);
    }

    @Test
    void theSidesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.payfleet.aws", "..aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..embedded..", "dev.payfleet.sqlite")
                .because("one is chosen, and then the other is not there")
                .check(MODULE);
    }

    /// What wraps calls, contention, large bytes and errors once must not be gone around.
    @Test
    void onlyTheDoorMakesClients() {
        noClasses()
                .that()
                .doNotHaveSimpleName("AwsClients")
                .and()
                .doNotHaveSimpleName("AwsSessions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon.awssdk.http..",
                        "software.amazon.awssdk.auth..",
                        "software.amazon.awssdk.regions..",
                        "software.amazon.awssdk.awscore.client..")
                .because("time-outs, retries and credentials are the same for every call")
                .check(MODULE);
    }

    @Test
    void whatTheAwsSideStandsOnKnowsOnlyWhoseRecordsTheyAre() {
        noClasses()
                .that()
                .resideInAPackage("dev.payfleet.aws")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.payfleet.session..", "dev.payfleet.cache..")
                        .and(not(simpleName("ConnectionKey")))
                        .and(not(simpleName("StoreUnavailableException")))
                        .and(not(simpleName("StoreUnavailableException$Reason")))
                        .and(not(simpleName("Reason"))))
                .because("queue and evidence stand on it too")
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
                .resideInAnyPackage("dev.payfleet.session", "dev.payfleet.session.keys", "dev.payfleet.cache")
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
                        "dev.payfleet.aws.Attributes",
                        "dev.payfleet.aws.AwsAccess",
                        "dev.payfleet.aws.AwsCall",
                        "dev.payfleet.aws.AwsClients",
                        "dev.payfleet.aws.AwsService",
                        "dev.payfleet.aws.Contention",
                        "dev.payfleet.aws.DynamoTable",
                        "dev.payfleet.aws.ExpirySweep",
                        "dev.payfleet.aws.Item",
                        "dev.payfleet.aws.Overflow",
                        "dev.payfleet.aws.OwnedItems",
                        "dev.payfleet.aws.Patience",
                        "dev.payfleet.aws.Place",
                        "dev.payfleet.aws.TableIndex",
                        "dev.payfleet.aws.TableKey",
                        "dev.payfleet.aws.TableShape",
                        "dev.payfleet.aws.Transaction",
                        "dev.payfleet.cache.CachedResult",
                        "dev.payfleet.cache.Freshness",
                        "dev.payfleet.cache.FrontedResultCache",
                        "dev.payfleet.cache.ResultCache",
                        "dev.payfleet.cache.ResultKey",
                        "dev.payfleet.cache.aws.AwsResults",
                        "dev.payfleet.cache.aws.FencedWrite",
                        "dev.payfleet.cache.embedded.EmbeddedResults",
                        "dev.payfleet.cache.embedded.FenceCheck",
                        "dev.payfleet.session.Admission",
                        "dev.payfleet.session.Attempt",
                        "dev.payfleet.session.AttemptOutcome",
                        "dev.payfleet.session.CensusPage",
                        "dev.payfleet.session.ChainKey",
                        "dev.payfleet.session.ChallengeDesk",
                        "dev.payfleet.session.Connection",
                        "dev.payfleet.session.ConnectionKey",
                        "dev.payfleet.session.ConnectionState",
                        "dev.payfleet.session.ConnectionStore",
                        "dev.payfleet.session.Credential",
                        "dev.payfleet.session.DisconnectedException",
                        "dev.payfleet.session.DutyRoster",
                        "dev.payfleet.session.HandedIn",
                        "dev.payfleet.session.OpenChallenge",
                        "dev.payfleet.session.Refusal",
                        "dev.payfleet.session.SealBrokenException",
                        "dev.payfleet.session.Sealer",
                        "dev.payfleet.session.Secret",
                        "dev.payfleet.session.SessionCensus",
                        "dev.payfleet.session.SessionMark",
                        "dev.payfleet.session.SessionStore",
                        "dev.payfleet.session.SignInLedger",
                        "dev.payfleet.session.SignInRule",
                        "dev.payfleet.session.StaleFenceException",
                        "dev.payfleet.session.StoreUnavailableException",
                        "dev.payfleet.session.StoredCredential",
                        "dev.payfleet.session.StoredSession",
                        "dev.payfleet.session.StoredTrust",
                        "dev.payfleet.session.TrustStore",
                        "dev.payfleet.session.Wiped",
                        "dev.payfleet.session.DepartureLog",
                        "dev.payfleet.session.DepartureRecord",
                        "dev.payfleet.session.SignOutResult",
                        "dev.payfleet.session.aws.AwsSessions",
                        "dev.payfleet.session.aws.AwsSessionsConfig",
                        "dev.payfleet.session.aws.RestoredRecord",
                        "dev.payfleet.session.aws.RestoredRecords",
                        "dev.payfleet.session.aws.SessionTables",
                        "dev.payfleet.session.embedded.EmbeddedSessions",
                        "dev.payfleet.session.embedded.KeyFile",
                        "dev.payfleet.session.embedded.KeyFileException",
                        "dev.payfleet.session.keys.KeyDesk",
                        "dev.payfleet.session.keys.KeyRotation",
                        "dev.payfleet.session.keys.KeyUse",
                        "dev.payfleet.session.keys.RotationBusyException",
                        "dev.payfleet.session.keys.RotationWatch",
                        "dev.payfleet.session.sealing.CredentialSeal",
                        "dev.payfleet.session.sealing.EnvelopeSealer",
                        "dev.payfleet.session.sealing.KeyChoice",
                        "dev.payfleet.session.sealing.HmacChainKey",
                        "dev.payfleet.session.sealing.KeyOutage",
                        "dev.payfleet.session.sealing.SealedHeader",
                        "dev.payfleet.sqlite.OwnerOnlyFile",
                        "dev.payfleet.sqlite.Sql",
                        "dev.payfleet.sqlite.SqliteFile",
                        "dev.payfleet.sqlite.SqliteFileException",
                        "dev.payfleet.sqlite.Work");
    }
}
