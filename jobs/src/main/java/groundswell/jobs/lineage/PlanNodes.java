package groundswell.jobs.lineage;

import groundswell.jobs.lineage.Uses.Use;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ObjectConsumer;
import org.apache.spark.sql.catalyst.plans.logical.SerializeFromObject;
import org.apache.spark.sql.catalyst.plans.logical.SetOperation;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The attributes of a plan: what each is defined by, and which decide about rows. */
final class PlanNodes {
  private final Set<LogicalPlan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Long, Origin> sources = new HashMap<>();
  private final Map<Long, List<Use>> definitions = new HashMap<>();
  private final List<Use> rows = new ArrayList<>();

  PlanNodes(LogicalPlan plan) {
    visit(plan);
  }

  /** The column of a table that the attribute is; null when it is none. */
  Origin source(long attribute) {
    return sources.get(attribute);
  }

  List<Use> definition(long attribute) {
    return definitions.getOrDefault(attribute, List.of());
  }

  /** What decides which rows there are, or is read by code. */
  List<Use> rows() {
    return rows;
  }

  private void visit(LogicalPlan node) {
    if (seen.add(node)) {
      Behind.of(node).ifPresent(behind -> visitBehind(node, behind));
      if (node instanceof DataSourceV2Relation relation) {
        scan(relation);
      }
      stream(node.expressions()).forEach(this::define);
      choose(node);
      shape(node);
      stream(node.children()).forEach(this::visit);
    }
  }

  private void visitBehind(LogicalPlan node, Behind behind) {
    if (behind.isCopy()) {
      pair(node.output(), behind.plan().output());
    } else {
      byCode(behind.plan());
    }
    visit(behind.plan());
  }

  private void scan(DataSourceV2Relation relation) {
    if (relation.identifier().isEmpty()) {
      return;
    }
    var name = relation.identifier().get();
    List<String> words =
        Stream.concat(Stream.of(name.namespace()), Stream.of(name.name())).toList();
    Table table = Table.of(words.get(0) + "." + words.get(1)); // a branch stands behind the name
    stream(relation.output())
        .forEach(column -> sources.put(id(column), new Origin(table, column.name(), How.IDENTITY)));
  }

  private void define(Expression expression) {
    if (expression instanceof Alias alias) {
      define(alias.exprId().id(), Uses.of(alias.child(), How.IDENTITY));
    }
  }

  private void define(long attribute, List<Use> uses) {
    definitions.computeIfAbsent(attribute, key -> new ArrayList<>()).addAll(uses);
  }

  /** Nodes that decide which rows there are. */
  private void choose(LogicalPlan node) {
    if (node instanceof Filter filter) {
      decide(filter.condition(), How.FILTER);
    } else if (node instanceof Join join) {
      stream(join.condition().toList()).forEach(condition -> decide(condition, How.JOIN));
    } else if (node instanceof Aggregate aggregate) {
      stream(aggregate.groupingExpressions()).forEach(group -> decide(group, How.GROUP_BY));
    } else if (node instanceof Deduplicate distinct) {
      stream(distinct.keys()).forEach(key -> decide(key, How.GROUP_BY));
    } else if (node instanceof Distinct) {
      stream(node.output()).forEach(column -> decide(column, How.GROUP_BY));
    } else if (node instanceof SetOperation difference) {
      stream(difference.right().output()).forEach(column -> decide(column, How.FILTER));
    } else if (node instanceof ObjectConsumer consumer && !(node instanceof SerializeFromObject)) {
      byCode(consumer.child());
    }
  }

  private void decide(Expression expression, How how) {
    rows.addAll(Uses.of(expression, how));
  }

  private void byCode(LogicalPlan read) {
    stream(read.output()).forEach(column -> rows.add(new Use(id(column), How.CODE)));
  }

  /** Nodes whose columns are no expressions over those of one child. */
  private void shape(LogicalPlan node) {
    if (node instanceof Union union) {
      stream(union.children()).forEach(child -> pair(union.output(), child.output()));
    } else if (node instanceof Expand expand) {
      stream(expand.projections()).forEach(values -> pair(expand.output(), values));
    } else if (node instanceof Generate generate) {
      stream(generate.generatorOutput())
          .forEach(
              column ->
                  define(
                      id(column), Uses.of((Expression) generate.generator(), How.TRANSFORMATION)));
    } else if (node instanceof DeserializeToObject read) {
      define(id(read.outputObjAttr()), Uses.of(read.deserializer(), How.TRANSFORMATION));
    }
  }

  private void pair(Seq<Attribute> columns, Seq<? extends Expression> values) {
    for (int place = 0; place < columns.size(); place++) {
      long column = id(columns.apply(place));
      define(
          column,
          Uses.of(values.apply(place), How.IDENTITY).stream()
              .filter(use -> use.attribute() != column)
              .toList());
    }
  }

  private static long id(Attribute attribute) {
    return attribute.exprId().id();
  }

  private static <T> Stream<T> stream(Seq<T> items) {
    return CollectionConverters.asJava(items).stream();
  }
}
