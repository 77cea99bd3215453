package dev.payfleet.awslocal;

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
            .importPackages("dev.payfleet.awslocal");

    @Test
    void the_servers_know_no_client_and_nobody_who_uses_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.payfleet.awslocal", "dev.payfleet.awslocal.kms..", "dev.payfleet.awslocal.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..", "com.amazonaws..", "dev.payfleet.aws..", "dev.payfleet.session..")
                .because("a server made of the client's own types would share the client's mistakes")
                .check(CLASSES);
    }

    @Test
    void nobody_names_a_door() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.payfleet.awslocal", "dev.payfleet.awslocal.kms..", "dev.payfleet.awslocal.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.payfleet.awslocal.sqs..", "dev.payfleet.awslocal.dynamodb..", "dev.payfleet.awslocal.s3..")
                .because("each server is loaded with its own libraries, which are not on this class path")
                .check(CLASSES);
    }

    @Test
    void packages_know_each_other_one_way() {
        slices().matching("dev.payfleet.awslocal.(*)..")
                .should()
                .beFreeOfCycles()
                .because("the wire is for any server, and KMS needs no wire")
                .check(CLASSES);
    }

    @Test
    void what_is_public_is_a_decision() {
        assertPublic("dev.payfleet.awslocal", "LocalAws Main");
        assertPublic("dev.payfleet.awslocal.kms", "LocalKms");
        assertPublic("dev.payfleet.awslocal.wire", "Answer BucketSettings Fault FaultyWire Header WireRequest");
    }

    private static void assertPublic(String packageName, String names) {
        Set<String> actual = CLASSES.stream()
                .filter(type -> type.getPackageName().equals(packageName) && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());

        assertThat(actual)
                .as("public types of %s: whoever adds one says so here", packageName)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(names.split(" ")));
    }
}
