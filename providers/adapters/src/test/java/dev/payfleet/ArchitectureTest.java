package dev.payfleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.provider.larkspur.LarkspurProvider;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ADAPTERS = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void an_adapter_touches_what_the_spi_gives_it_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.payfleet.provider..",
                        "dev.payfleet.payroll",
                        "java..",
                        "org.jspecify..",
                        "org.jsoup..",
                        "com.microsoft.playwright..")
                .because("an adapter that knew stores, queues or logs could leak what it reads")
                .check(ADAPTERS);
    }

    @Test
    void an_adapter_makes_no_visit_of_its_own() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.payfleet.provider.visit",
                        "dev.payfleet.provider.json",
                        "java.net.http",
                        "java.io",
                        "java.nio.file")
                .because("origins, polite rate and credentials are held by the visit that it is given")
                .check(ADAPTERS);
    }

    @Test
    void no_adapter_sees_another() {
        slices().matching("dev.payfleet.provider.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAPackage("dev.payfleet.provider.."),
                        JavaClass.Predicates.resideInAPackage("dev.payfleet.provider.reading.."))
                .because("a provider can then be added, changed and dropped alone")
                .check(ADAPTERS);
    }

    @Test
    void the_provider_class_alone_is_public() {
        Set<JavaClass> open = ADAPTERS.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.toSet());

        assertThat(open)
                .as("the service loader needs one class of an adapter")
                .allMatch(type -> type.isAssignableTo(PayrollProvider.class))
                .extracting(JavaClass::getPackageName)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_service_file_names_every_provider() {
        Set<String> declared = ProviderCatalog.load().all().stream()
                .map(provider -> provider.getClass().getName())
                .collect(Collectors.toSet());
        Set<String> built = ADAPTERS.stream()
                .filter(type -> type.isAssignableTo(PayrollProvider.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(declared).isEqualTo(built).contains(LarkspurProvider.class.getName());
    }
}
