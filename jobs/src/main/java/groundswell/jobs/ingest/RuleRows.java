package groundswell.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows that a mapping's rules turn into events: each rule whose condition holds makes one. */
final class RuleRows implements RowMapper {
  private final SourceColumns columns;
  private final List<RuleEvaluation> rules = new ArrayList<>();
  private final boolean[] personal;
  private final Object[] visible;
  private final InternalRow input;
  private SourceRow row;
  private int nextRule;
  private String because;

  /**
   * @param evaluations of all rules of the mapping; those for other files are left aside
   */
  RuleRows(SourceMapping mapping, List<RuleEvaluation> evaluations, InputFile file) {
    columns = mapping.columns();
    personal = new boolean[columns.width()];
    visible = new Object[columns.width() + 2];
    visible[columns.width()] = UTF8String.fromString(file.name());
    input = new GenericInternalRow(visible);
    for (RuleEvaluation evaluation : evaluations) {
      CompiledRule rule = evaluation.rule();
      if (PathGlob.of(rule.from()).matches(file.name())) {
        rules.add(evaluation);
        rule.personal().forEach(name -> personal[columns.position(name)] = true);
      }
    }
  }

  @Override
  public void begin(SourceRow newRow) {
    row = newRow;
    nextRule = 0;
    because = null;
    System.arraycopy(row.values(), 0, visible, 0, columns.width());
    visible[columns.width() + 1] = row.number();
  }

  @Override
  public boolean next(EventDraft draft) {
    while (nextRule < rules.size()) {
      RuleEvaluation rule = rules.get(nextRule++);
      boolean holds = rule.holds(input, draft);
      if (draft.isRefused()) {
        nextRule = rules.size();
        return true;
      }
      if (holds && rule.because() != null) {
        because = because == null ? rule.because() : because;
      } else if (holds) {
        rule.fill(input, draft);
        return true;
      }
    }
    return false;
  }

  @Override
  public String ignoredBecause() {
    return because;
  }

  @Override
  public boolean isPersonal(int position) {
    return personal[position];
  }
}
