package groundswell.client;

import java.util.Optional;

/**
 * Which parts of Airflow are alive. Each is a word, {@code healthy} when all is well; empty when
 * the server does not run that part.
 */
public record Health(
    Optional<String> database,
    Optional<String> scheduler,
    Optional<String> triggerer,
    Optional<String> dagProcessor) {

  static Health of(Answer answer) {
    return new Health(
        answer.status("metadatabase"),
        answer.status("scheduler"),
        answer.status("triggerer"),
        answer.status("dag_processor"));
  }

  /** Whether runs start and go on: the database and the scheduler are healthy. */
  public boolean canRun() {
    return isHealthy(database) && isHealthy(scheduler);
  }

  private static boolean isHealthy(Optional<String> word) {
    return word.filter("healthy"::equals).isPresent();
  }
}
