package groundswell.jobs.ingest;

import static org.apache.spark.sql.functions.expr;

import groundswell.schemas.YamlMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.AliasHelper;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.optimizer.CollapseProject$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Checks and resolves the SQL expressions of one mapping against its declared columns. The results
 * are evaluated row by row; nothing that looks beyond the row, and nothing that changes from one
 * evaluation to the next, is let through.
 */
final class Expressions {
  private final org.apache.spark.sql.classic.Dataset<Row> rows;

  /** {@code rows} has the declared columns; it is never read. */
  Expressions(Dataset<Row> rows) {
    this.rows = (org.apache.spark.sql.classic.Dataset<Row>) rows;
  }

  /** The columns that resolved expressions name. */
  Seq<Attribute> input() {
    return rows.queryExecution().analyzed().output();
  }

  /** A condition; refused with the key's line when it is none. */
  Expression condition(YamlMap place, String key) {
    Column column = expr(place.text(key));
    DataType given = analyzed(place, key, column).dataType();
    if (!given.equals(DataTypes.BooleanType)) {
      throw place.problem(
          key,
          "'%s' must be true or false for each row but is %s".formatted(key, given.simpleString()));
    }
    return optimized(column);
  }

  /** The value of a field: of the field's type, or text that is read as such row by row. */
  Expression value(YamlMap place, EventField field) {
    Column column = expr(place.text(field.name()));
    DataType given = analyzed(place, field.name(), column).dataType();
    DataType wanted = field.kind().type();
    if (given.equals(DataTypes.StringType) || given.equals(wanted)) {
      return optimized(column);
    }
    boolean losesMoney =
        field.kind() == FieldKind.MONEY
            && (given.equals(DataTypes.DoubleType) || given.equals(DataTypes.FloatType));
    if (losesMoney || !Cast.canAnsiCast(given, wanted)) {
      throw place.problem(
          field.name(),
          "'%s' is %s and cannot become %s\n  maybe cast it, or hand the text on as it is"
              .formatted(field.name(), given.simpleString(), wanted.simpleString()));
    }
    return optimized(column.cast(wanted));
  }

  /** Columns that an expression reads. */
  Set<String> reads(YamlMap place, String key) {
    Set<String> names = new LinkedHashSet<>();
    collectNames(analyzed(place, key, expr(place.text(key))), names);
    return names;
  }

  private Expression analyzed(YamlMap place, String key, Column column) {
    Expression expression;
    try {
      expression = only(select(column).queryExecution().analyzed());
    } catch (RuntimeException fault) {
      throw problem(place, key, fault);
    } catch (Exception fault) { // Scala throws AnalysisException undeclared
      throw problem(place, key, fault);
    }
    RowOnly.offence(expression)
        .ifPresent(
            what -> {
              throw place.problem(
                  key, "'%s' uses %s, which looks beyond the row".formatted(key, what));
            });
    return expression;
  }

  private static RuntimeException problem(YamlMap place, String key, Exception fault) {
    if (!(fault instanceof SparkThrowable)) {
      throw new IllegalStateException("Cannot resolve '%s'".formatted(key), fault);
    }
    String sentence =
        fault.getMessage().lines().findFirst().orElse("").replaceFirst("^\\[[^]]*] ", "");
    return place.problem(key, "'%s' cannot be resolved: %s".formatted(key, sentence));
  }

  private Expression optimized(Column column) {
    return only(select(column).queryExecution().optimizedPlan());
  }

  private org.apache.spark.sql.classic.Dataset<Row> select(Column column) {
    return (org.apache.spark.sql.classic.Dataset<Row>) rows.select(column.as("value"));
  }

  private static Expression only(LogicalPlan plan) {
    Project project = (Project) plan;
    Expression named = (Expression) project.projectList().head();
    return inlined(named instanceof Alias alias ? alias.child() : named, project.child());
  }

  /** The optimizer computes what an expression names twice in a step of its own: taken back. */
  private static Expression inlined(Expression expression, LogicalPlan below) {
    if (!(below instanceof Project step)) {
      return expression;
    }
    AliasHelper aliases = CollapseProject$.MODULE$;
    return inlined(aliases.replaceAlias(expression, aliases.getAliasMap(step)), step.child());
  }

  private static void collectNames(Expression expression, Set<String> names) {
    if (expression instanceof AttributeReference column) {
      names.add(column.name());
    }
    CollectionConverters.asJava(expression.children()).forEach(child -> collectNames(child, names));
  }
}
