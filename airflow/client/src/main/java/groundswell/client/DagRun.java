package groundswell.client;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One run of a DAG as Airflow sees it now.
 *
 * @param word the state as Airflow spells it, also when {@code state} is {@link RunState#OTHER}
 * @param started empty until the first task began
 * @param ended empty until the run is final
 */
public record DagRun(
    String dagId,
    String runId,
    RunState state,
    String word,
    Optional<OffsetDateTime> started,
    Optional<OffsetDateTime> ended) {

  static DagRun of(Answer answer) {
    String word = answer.text("state");
    return new DagRun(
        answer.text("dag_id"),
        answer.text("dag_run_id"),
        RunState.of(word),
        word,
        answer.instant("start_date"),
        answer.instant("end_date"));
  }
}
