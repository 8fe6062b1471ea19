package groundswell.jobs.ingest;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import scala.jdk.javaapi.CollectionConverters;

/** Finds what an expression must not use: other rows, the clock, chance, the session, Java code. */
final class RowOnly {
  private static final Set<String> FOREIGN =
      Set.of(
          "CallMethodViaReflection",
          "TryReflect",
          "CurrentBatchTimestamp",
          "CurrentCatalog",
          "CurrentDatabase",
          "CurrentDate",
          "CurrentTime",
          "CurrentTimestamp",
          "CurrentTimeZone",
          "CurrentUser",
          "InputFileBlockLength",
          "InputFileBlockStart",
          "InputFileName",
          "Invoke",
          "LocalTimestamp",
          "Now",
          "NewInstance",
          "SparkVersion");

  private RowOnly() {}

  /** The first function that is not of the row alone, in words. */
  static Optional<String> offence(Expression expression) {
    String name = expression.getClass().getSimpleName();
    boolean isForeign =
        FOREIGN.contains(name)
            || expression instanceof SubqueryExpression
            || expression instanceof AggregateExpression
            || expression instanceof WindowExpression
            || expression instanceof Generator
            || expression instanceof UserDefinedExpression;
    if (isForeign || !selfDeterministic(expression)) {
      return Optional.of(expression.prettyName());
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      Optional<String> offence = offence(child);
      if (offence.isPresent()) {
        return offence;
      }
    }
    return Optional.empty();
  }

  private static boolean selfDeterministic(Expression expression) {
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      if (!child.deterministic()) {
        return true; // the child itself is the one to name
      }
    }
    return expression.deterministic();
  }
}
