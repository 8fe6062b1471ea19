package groundswell.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Who may import whom among the jobs, and what the hearts must not do. */
class ImportRulesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("groundswell.jobs");

  private static final Set<String> ACTIONS =
      Set.of(
          "collect",
          "collectAsList",
          "count",
          "first",
          "head",
          "take",
          "takeAsList",
          "tail",
          "show",
          "foreach",
          "foreachPartition",
          "reduce",
          "toLocalIterator",
          "isEmpty",
          "write",
          "writeTo",
          "writeStream",
          "checkpoint",
          "localCheckpoint",
          "createOrReplaceTempView");

  private static final Set<String> CHANCE_AND_CLOCK =
      Set.of(
          "rand",
          "randn",
          "random",
          "shuffle",
          "uuid",
          "now",
          "current_date",
          "current_timestamp",
          "currentTimeMillis",
          "nanoTime",
          "randomUUID",
          "localtimestamp",
          "unix_timestamp");

  @Test
  void hearts_know_no_session() {
    noClasses()
        .that(areHearts())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.class)
        .because("a heart gets its input tables and returns rows; I/O stands at the edges")
        .check(MAIN);
  }

  @Test
  void hearts_start_no_action() {
    noActions().check(MAIN);
  }

  @Test
  void hearts_ask_neither_the_clock_nor_chance() {
    noClasses()
        .that(areHearts())
        .should()
        .callMethodWhere(
            describe("asks the clock or chance", call -> CHANCE_AND_CLOCK.contains(call.getName())))
        .check(MAIN);
  }

  @Test
  void launch_and_tables_know_no_stage() {
    noClasses()
        .that()
        .resideInAnyPackage("groundswell.jobs.launch..", "groundswell.jobs.tables..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "groundswell.jobs.ingest..", "groundswell.jobs.facts..", "groundswell.jobs.marts..")
        .check(MAIN);
  }

  @Test
  void packages_do_not_import_each_other_in_circles() {
    slices().matching("groundswell.jobs.(*)..").should().beFreeOfCycles().check(MAIN);
    slices().matching("groundswell.jobs.marts.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void one_class_knows_the_spark_testing_base() {
    JavaClasses all = new ClassFileImporter().importPackages("groundswell.jobs");

    classes()
        .that()
        .haveNameNotMatching(SparkCase.class.getName() + ".*")
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("com.holdenkarau..")))
        .check(all);
  }

  @Test
  void a_heart_that_counts_its_rows_would_be_found() {
    JavaClasses eager = new ClassFileImporter().importClasses(Eager.class);

    assertThatThrownBy(() -> noActions(describe("are eager", type -> true)).check(eager))
        .hasMessageContaining("Eager.from");
  }

  @Test
  void a_heart_that_asks_the_clock_would_be_found() {
    JavaClasses eager = new ClassFileImporter().importClasses(Eager.class);

    assertThatThrownBy(
            () ->
                noClasses()
                    .should()
                    .callMethodWhere(
                        describe("", call -> CHANCE_AND_CLOCK.contains(call.getName())))
                    .check(eager))
        .hasMessageContaining("Instant.now");
  }

  private static ArchRule noActions() {
    return noActions(areHearts());
  }

  private static ArchRule noActions(DescribedPredicate<JavaClass> that) {
    return noClasses()
        .that(that)
        .should()
        .callMethodWhere(describe("starts a Spark action", ImportRulesTest::isAction));
  }

  private static boolean isAction(JavaCall<?> call) {
    return call.getTargetOwner().isAssignableTo(org.apache.spark.sql.Dataset.class)
        && ACTIONS.contains(call.getName());
  }

  /** Classes of facts and marts that are not the stage itself. */
  private static DescribedPredicate<JavaClass> areHearts() {
    return describe(
        "are hearts",
        type ->
            (type.getPackageName().startsWith("groundswell.jobs.facts")
                    || type.getPackageName().startsWith("groundswell.jobs.marts"))
                && !type.getName().matches(".*(Job|Stage|Outputs|Inputs)(\\$.*)?"));
  }

  /** What a heart must not be. */
  static final class Eager {
    public static String from(Dataset<Row> rows) {
      return rows.count() + " rows at " + Instant.now();
    }
  }
}
