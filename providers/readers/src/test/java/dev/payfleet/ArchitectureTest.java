package dev.payfleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses READERS = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void each_library_stops_at_its_border() {
        only("dev.payfleet.provider.reading.csv", "de.siegmar.fastcsv..");
        only("dev.payfleet.provider.reading.pdf", "org.apache.pdfbox..");
    }

    private static void only(String packageName, String library) {
        classes()
                .that()
                .resideInAPackage(packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        packageName,
                        library,
                        "dev.payfleet.provider",
                        "dev.payfleet.provider.reading",
                        "java..",
                        "org.jspecify..")
                .because("an adapter reads files in the terms of the SPI, whatever library opens them")
                .check(READERS);
    }
}
