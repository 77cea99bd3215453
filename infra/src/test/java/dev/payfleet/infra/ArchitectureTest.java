package dev.payfleet.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.payfleet.infra");

    @Test
    void the_stack_calls_no_aws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..")
                .because("it is written down here and deployed elsewhere; no account is needed to test it")
                .check(CLASSES);
    }

    @Test
    void the_stack_knows_of_the_worker_its_descriptions_alone() {
        noClasses()
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are more than a description") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("dev.payfleet")
                                && !type.getPackageName().startsWith("dev.payfleet.infra")
                                && !List.of(
                                                "AuditTables",
                                                "AwsResults",
                                                "FifoQueue",
                                                "GrantTables",
                                                "QueueTables",
                                                "SessionTables",
                                                "TableIndex",
                                                "TableKey",
                                                "TableShape")
                                        .contains(type.getSimpleName())
                                && !type.getName().contains("TableKey$");
                    }
                })
                .because("what the stack deploys and what the stores rely on cannot part")
                .check(CLASSES);
    }

    @Test
    void nothing_depends_on_the_stack() throws IOException {
        for (String module :
                List.of("worker", "session-store", "scrubber", "fixtures", "providers/spi", "providers/adapters")) {
            assertThat(Files.readString(SynthesizedStack.ROOT.resolve(module + "/pom.xml")))
                    .as(module)
                    .doesNotContain("<artifactId>infra</artifactId>", "awscdk");
        }
    }

    @Test
    void what_is_public_is_a_decision() {
        assertThat(CLASSES.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("Deployment", "PayfleetApp");
    }
}
