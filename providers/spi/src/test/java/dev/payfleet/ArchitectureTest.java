package dev.payfleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.payfleet");

    private static final String[] PACKAGES = {
        "dev.payfleet.payroll",
        "dev.payfleet.provider",
        "dev.payfleet.provider.json",
        "dev.payfleet.provider.visit",
        "dev.payfleet.provider.reading"
    };

    @Test
    void the_model_knows_nothing() {
        classes()
                .that()
                .resideInAPackage("dev.payfleet.payroll")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.payfleet.payroll", "java..", "org.jspecify..")
                .because("every provider maps to the model, so that it must not change with any of them")
                .check(CLASSES);
    }

    @Test
    void foreign_types_stop_at_their_border() {
        classes()
                .that()
                .resideInAPackage("dev.payfleet.provider..")
                .and()
                .resideOutsideOfPackage("dev.payfleet.provider.json")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.payfleet..", "java..", "org.jspecify..", "org.jsoup..", "com.microsoft.playwright..")
                .because("an adapter gets all of this module on its class path: no AWS, no JSON library, no logging")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("dev.payfleet.provider.json")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.payfleet.provider.json", "java..", "org.jspecify..", "tools.jackson.core..")
                .because("a token is renewed and an API read in JSON; the library behind it is nobody's to see")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("dev.payfleet.provider.reading", "dev.payfleet.payroll")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.playwright..")
                .because("what is read from a page must not depend on how the page was come by")
                .check(CLASSES);
    }

    @Test
    void packages_know_each_other_one_way() {
        slices().matching("dev.payfleet.(**)")
                .should()
                .beFreeOfCycles()
                .because("the two kinds of visits and the readers are built on the SPI, never the other way round")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.payfleet.provider.reading")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.payfleet.provider.visit")
                .because("readers work on documents, whoever fetched them")
                .check(CLASSES);
    }

    @Test
    void no_drawers() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .as("a package is named for its idea")
                .containsExactlyInAnyOrder(PACKAGES);
    }

    @Test
    void what_is_public_is_a_decision() {
        assertPublic(
                "dev.payfleet.provider",
                "ApiAccess ApiRequest ApiSign ChallengeKind ChallengePage CredentialField CredentialSource CssSelector DeviceTrust "
                        + "FormSignIn Origin Origins PageMeaning PageSign PayrollProvider PoliteRate ProviderCatalog "
                        + "ProviderDeclaration ProviderException ReadResult Reading RecordKind Resource ResourceQuery "
                        + "ResourceReading ScriptedSignIn SessionProbe SignIn SignInDesk SignInStep SignOut StaticTexts "
                        + "StepSignIn StoredValue SubmitWitness Tier TokenRefresh Trouble Visit VisitByHttp "
                        + "VisitByPage");
        assertPublic("dev.payfleet.provider.json", "JsonText");
        assertPublic(
                "dev.payfleet.provider.visit",
                "BrowserLostException ChallengeReply Cookie CookieJar HttpVisit PageVisit RecordIds RequestGate "
                        + "VisitSetting WebStorage");
        assertPublic(
                "dev.payfleet.provider.reading",
                "DateTimes Dates Fields JsonPages JsonValue Moments Money Notation NumberStyle Pages PersonName "
                        + "Quantity SitePage Table Text Value Words");
    }

    private static void assertPublic(String packageName, String names) {
        Set<String> actual = CLASSES.stream()
                .filter(type -> type.getPackageName().equals(packageName) && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(actual)
                .as("public types of %s: whoever adds one says so here", packageName)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(names.split(" ")));
    }
}
