package groundswell.jobs.tables;

import java.util.List;

/**
 * What a run did to one table.
 *
 * @param replaced what it put other rows in place of
 * @param isAppended true when it added rows besides
 */
public record RunOutput(Written written, List<Slice> replaced, boolean isAppended) {
  public RunOutput {
    replaced = List.copyOf(replaced);
  }
}
