package groundswell.runner;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import scala.Function1;
import scala.Function2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Work on the numbers from 0, over Spark. A task is a range of numbers; what it brings is taken as
 * soon as it ends and takes the place of those numbers, so neither the cut into tasks nor a retry
 * nor a lost executor changes the list.
 */
final class NumberedTasks {
  private final SparkSession spark;
  private final int tasks;

  /**
   * @param tasks ranges that the numbers are cut into; fewer when there are fewer numbers
   */
  NumberedTasks(SparkSession spark, int tasks) {
    this.spark = spark;
    this.tasks = tasks;
  }

  /** What a task does with its range; one result per number. */
  @FunctionalInterface
  interface Work<R> extends Serializable {
    List<R> of(Iterator<Integer> numbers);
  }

  /**
   * Works on all numbers below {@code count}.
   *
   * @param done told how many more are finished, while the others are worked on
   */
  <R> List<R> run(int count, Work<R> work, IntConsumer done) {
    List<Integer> numbers = IntStream.range(0, count).boxed().toList();
    int ranges = Math.max(1, Math.min(tasks, count));
    RDD<Integer> cut =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(numbers, ranges).rdd();
    List<List<R>> results = new ArrayList<>(Collections.nCopies(ranges, List.<R>of()));
    Function2<Object, List<R>, BoxedUnit> take =
        (range, part) -> {
          results.set((Integer) range, part);
          done.accept(part.size());
          return BoxedUnit.UNIT;
        };
    ClassTag<List<R>> tag = ClassTag$.MODULE$.apply(List.class);
    spark.sparkContext().runJob(cut, inScala(work), take, tag);
    return results.stream().<R>flatMap(List::stream).toList();
  }

  @SuppressWarnings("unchecked")
  private static <R> Function1<scala.collection.Iterator<Integer>, List<R>> inScala(Work<R> work) {
    return (Function1<scala.collection.Iterator<Integer>, List<R>> & Serializable)
        numbers -> new ArrayList<>(work.of(CollectionConverters.asJava(numbers)));
  }
}
