package groundswell.jobs.ingest;

import groundswell.jobs.tables.InternalRows;
import groundswell.schemas.Columns;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of the smaller tables that ingest writes. */
final class IngestTables {
  private static final StructType REJECTED =
      new StructType()
          .add(Columns.COMMUNITY_ID, "string")
          .add(Columns.PERIOD, "date")
          .add(Columns.SOURCE_FILE, "string")
          .add(Columns.SOURCE_OFFSET, "string")
          .add(Columns.EVENT_TYPE, "string")
          .add(Columns.EVENT_ID, "string")
          .add(Columns.REASON, "string")
          .add(Columns.DETAIL, "string")
          .add(Columns.RAW, "binary")
          .add(Columns.REJECTED_COUNT, "bigint");
  private static final StructType COMMUNITY =
      new StructType()
          .add(Columns.COMMUNITY_ID, "string")
          .add(Columns.NAME, "string")
          .add(Columns.ZONE, "string")
          .add(Columns.CURRENCY, "string")
          .add(Columns.STORAGE_PERIOD, "string")
          .add(Columns.ACTIVITY_EVENT_TYPES, "string")
          .add(Columns.ADOPTION_EVENT_TYPES, "string")
          .add(Columns.ADOPTION_SKU_CATEGORY, "string")
          .add(Columns.EDGE_HALF_LIFE_DAYS, "int")
          .add(Columns.WALLET_ASSUMPTION_ID, "string")
          .add(Columns.WALLET_PER_MEMBER_YEAR, "decimal(18,4)")
          .add(Columns.WALLET_CURRENCY, "string")
          .add(Columns.WALLET_SOURCE, "string")
          .add(Columns.SMALLEST_GROUP, "int");
  private static final StructType RECONCILIATION =
      new StructType()
          .add(Columns.RUN_ID, "string")
          .add(Columns.SOURCE_FILE, "string")
          .add(Columns.COMMUNITY_ID, "string")
          .add(Columns.ROWS_READ, "bigint")
          .add(Columns.EVENTS_READ, "bigint")
          .add(Columns.ACCEPTED, "bigint")
          .add(Columns.DUPLICATE, "bigint")
          .add(Columns.REJECTED, "bigint")
          .add(Columns.ERASED, "bigint")
          .add(Columns.FILE_BYTES, "bigint")
          .add(Columns.FILE_HASH, "string");

  private IngestTables() {}

  /** {@code core.rejected_event}, of what {@link #rejectedRows} makes. */
  static Dataset<Row> rejected(SparkSession spark, JavaRDD<InternalRow> rows) {
    return new InternalRows(spark).dataset(rows, REJECTED);
  }

  /** Rows of {@code core.rejected_event}. */
  static JavaRDD<InternalRow> rejectedRows(String communityId, JavaRDD<Rejection> rejections) {
    return rejections.mapPartitions(rows -> rejectedRows(communityId, rows));
  }

  /** {@code core.dim_community}. */
  static Dataset<Row> communities(SparkSession spark, List<Community> communities) {
    return spark.createDataFrame(communities.stream().map(IngestTables::row).toList(), COMMUNITY);
  }

  private static Row row(Community community) {
    Wallet wallet = community.wallet();
    return RowFactory.create(
        community.id(),
        community.name(),
        community.zone().getId(),
        community.currency(),
        community.storage().word(),
        String.join(",", community.activityEventTypes()),
        String.join(",", community.adoptionEventTypes()),
        community.adoptionSkuCategory(),
        community.edgeHalfLifeDays(),
        wallet == null ? null : wallet.assumptionId(),
        wallet == null ? null : wallet.perMemberYear(),
        wallet == null ? null : wallet.currency(),
        wallet == null ? null : wallet.source(),
        community.smallestGroup());
  }

  /** {@code meta.reconciliation}. */
  static Dataset<Row> reconciliation(SparkSession spark, String runId, List<Account> accounts) {
    Stream<Row> rows =
        accounts.stream()
            .map(
                account ->
                    RowFactory.create(
                        runId,
                        account.file().name(),
                        account.communityId(),
                        account.rowsRead(),
                        account.eventsRead(),
                        account.accepted(),
                        account.duplicate(),
                        account.rejected(),
                        account.erased(),
                        account.file().bytes(),
                        account.hash()));
    return spark.createDataFrame(rows.toList(), RECONCILIATION);
  }

  private static Iterator<InternalRow> rejectedRows(
      String communityId, Iterator<Rejection> rejections) {
    UTF8String community = UTF8String.fromString(communityId);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rejections.hasNext();
      }

      @Override
      public InternalRow next() {
        Rejection rejection = rejections.next();
        return new GenericInternalRow(
            new Object[] {
              community,
              rejection.period(),
              UTF8String.fromString(rejection.sourceFile()),
              UTF8String.fromString(rejection.sourceOffset()),
              UTF8String.fromString(rejection.eventType()),
              UTF8String.fromString(rejection.eventId()),
              UTF8String.fromString(rejection.reason().name()),
              UTF8String.fromString(rejection.detail()),
              rejection.raw(),
              rejection.count()
            });
      }
    };
  }
}
