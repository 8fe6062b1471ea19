package groundswell.planning;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** Who may import whom in planning: a laptop's program, its tables behind one package. */
class ImportRulesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("groundswell.planning", "groundswell.kernels", "groundswell.schemas");

  private static final ArchRule NO_CLUSTER =
      noClasses()
          .that()
          .resideInAPackage("groundswell.planning..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop..")
          .because("a planner simulates on a laptop; cluster code belongs into runner");

  private static final ArchRule TABLES_IN_STORE =
      noClasses()
          .that()
          .resideInAPackage("groundswell.planning..")
          .and()
          .resideOutsideOfPackage("groundswell.planning.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.iceberg.catalog..", "org.apache.iceberg.jdbc..", "java.sql..")
          .because("stages take and return rows; how a warehouse keeps them is the store's");

  @Test
  void packages_do_not_import_each_other_in_circles() {
    slices().matching("groundswell.planning.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void nothing_here_knows_spark_or_hadoop() {
    NO_CLUSTER.check(MAIN);
  }

  @Test
  void only_the_store_knows_catalogues_and_databases() {
    TABLES_IN_STORE.check(MAIN);
  }

  @Test
  void kernels_and_schemas_know_nothing_of_planning() {
    noClasses()
        .that()
        .resideInAnyPackage("groundswell.kernels..", "groundswell.schemas..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("groundswell.planning..")
        .check(MAIN);
  }

  @Test
  void of_the_other_modules_only_kernels_schemas_and_the_client_are_used() {
    classes()
        .that()
        .resideInAPackage("groundswell.planning..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "groundswell.planning..",
                    "groundswell.kernels..",
                    "groundswell.schemas..",
                    "groundswell.client..")
                .or(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAnyPackage("groundswell.."))))
        .check(MAIN);
  }

  @Test
  void the_command_line_is_known_by_nothing_else() {
    noClasses()
        .that()
        .resideInAPackage("groundswell.planning..")
        .and()
        .resideOutsideOfPackage("groundswell.planning.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("groundswell.planning.cli..", "picocli..")
        .check(MAIN);
  }

  @Test
  void a_stage_that_opens_a_database_itself_would_be_found() {
    JavaClasses wrong = new ClassFileImporter().importClasses(OpensDatabase.class);

    assertThatThrownBy(() -> TABLES_IN_STORE.check(wrong)).hasMessageContaining("DriverManager");
  }

  /** What a stage must not be. */
  static final class OpensDatabase {
    static void open() throws java.sql.SQLException {
      DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }
  }
}
