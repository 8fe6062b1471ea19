package groundswell.jobs.lineage;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Which attributes an expression uses, and how. */
final class Uses {
  /** An attribute, by the number that Spark gives it, and how it is used. */
  record Use(long attribute, How how) {}

  private final List<Use> uses = new ArrayList<>();

  private Uses() {}

  static List<Use> of(Expression expression, How how) {
    Uses found = new Uses();
    found.add(expression, how);
    return found.uses;
  }

  private void add(Expression expression, How how) {
    if (expression instanceof AttributeReference attribute) {
      uses.add(new Use(attribute.exprId().id(), how));
    } else if (expression instanceof AggregateExpression aggregate) {
      addAll(aggregate.aggregateFunction().children(), how.of(How.AGGREGATION));
      addAll(aggregate.filter().toList(), How.CONDITIONAL);
    } else if (expression instanceof WindowExpression window) {
      add(window.windowFunction(), how.of(How.TRANSFORMATION));
      add(window.windowSpec(), How.WINDOW);
    } else {
      addValues(expression, how);
    }
  }

  private void addValues(Expression expression, How how) {
    if (expression instanceof If choice) {
      add(choice.predicate(), How.CONDITIONAL);
      add(choice.trueValue(), how.of(How.TRANSFORMATION));
      add(choice.falseValue(), how.of(How.TRANSFORMATION));
    } else if (expression instanceof CaseWhen choice) {
      choice.branches().foreach(branch -> addBranch(branch._1(), branch._2(), how));
      addAll(choice.elseValue().toList(), how.of(How.TRANSFORMATION));
    } else {
      addAll(expression.children(), keepsValue(expression) ? how : how.of(How.TRANSFORMATION));
    }
  }

  private Void addBranch(Expression condition, Expression value, How how) {
    add(condition, How.CONDITIONAL);
    add(value, how.of(How.TRANSFORMATION));
    return null;
  }

  private void addAll(Seq<Expression> expressions, How how) {
    CollectionConverters.asJava(expressions).forEach(expression -> add(expression, how));
  }

  private static boolean keepsValue(Expression expression) {
    return expression instanceof Alias
        || (expression instanceof Cast cast && cast.dataType().equals(cast.child().dataType()));
  }
}
