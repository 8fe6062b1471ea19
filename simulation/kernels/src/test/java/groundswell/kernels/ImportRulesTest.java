package groundswell.kernels;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Kernels are numbers in, numbers out: plain Java, and no circles between their packages. */
class ImportRulesTest {
  private static final JavaClasses KERNELS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("groundswell.kernels");

  @Test
  void kernels_use_the_java_library_and_each_other_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "groundswell.kernels..")
        .check(KERNELS);
  }

  @Test
  void packages_of_kernels_do_not_go_in_circles() {
    slices().matching("groundswell.kernels.(*)..").should().beFreeOfCycles().check(KERNELS);
  }
}
