package groundswell.jobs.marts.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What a ring made of a build. Takes its mentions member by member, of each part by part in the
 * order of time; holds the waits of those who installed, nothing else by member.
 */
final class BuildRing {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, build_id STRING, ring STRING, component STRING, \
          released_ts TIMESTAMP, eligible BIGINT, installs BIGINT, adopters_24h BIGINT, \
          adopters_7d BIGINT, latency_seconds_p50 BIGINT, latency_seconds_p90 BIGINT, \
          voters BIGINT, votes_up BIGINT, votes_down BIGINT, votes_neutral BIGINT, issues BIGINT""");

  private static final UTF8String ALL = UTF8String.fromString("all");
  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400;

  private final BuildMention first;
  private final BuildVerdict whole = new BuildVerdict();
  private final Map<UTF8String, BuildVerdict> parts = new TreeMap<>();
  private long[] waits = new long[16];
  private int waited;
  private long eligible;
  private long installs;
  private long withinDay;
  private long withinWeek;

  private Integer member;
  private boolean isEligible;
  private boolean hasVoted;
  private Long installed;
  private UTF8String part;
  private UTF8String lastVote;

  BuildRing(BuildMention first) {
    this.first = first;
  }

  void take(BuildMention mention) {
    if (!Objects.equals(mention.member(), member)) {
      endMember();
      member = mention.member();
    }
    if (!Objects.equals(mention.component(), part)) {
      endPart();
      part = mention.component();
    }
    isEligible |= mention.showsEligible();
    if (mention.isInstall()) {
      installed = Math.min(mention.micros(), installed == null ? Long.MAX_VALUE : installed);
    }
    if (mention.isEvent()) {
      judge(mention);
    }
  }

  /** One row for the whole and one for each part that something named. */
  List<InternalRow> rows() {
    endMember();
    Arrays.sort(waits, 0, waited);
    List<InternalRow> rows = new ArrayList<>();
    rows.add(row(ALL, whole));
    parts.forEach(
        (name, verdict) -> {
          if (verdict.isNamed()) {
            rows.add(row(name, verdict));
          }
        });
    return rows;
  }

  private void judge(BuildMention mention) {
    BuildVerdict verdict = parts.computeIfAbsent(part, name -> new BuildVerdict());
    if (mention.namesPart()) {
      verdict.name();
    }
    if (mention.isIssue()) {
      verdict.issue();
      whole.issue();
    }
    if (mention.isVote()) {
      lastVote = mention.kind();
    }
  }

  private void endPart() {
    if (lastVote == null) {
      return;
    }
    BuildVerdict verdict = parts.get(part);
    verdict.vote(lastVote);
    whole.vote(lastVote);
    if (member != null) {
      verdict.voter();
      hasVoted = true;
    }
    lastVote = null;
  }

  private void endMember() {
    endPart();
    part = null;
    if (hasVoted) {
      whole.voter();
    }
    if (member != null && isEligible) {
      eligible++;
      endUptake();
    }
    hasVoted = false;
    isEligible = false;
    installed = null;
  }

  private void endUptake() {
    Long released = first.releasedMicros();
    installs += installed == null ? 0 : 1;
    if (installed == null || released == null) {
      return;
    }
    long wait = Math.floorDiv(installed - released, SECOND);
    if (wait >= 0) {
      waits = waited == waits.length ? Arrays.copyOf(waits, 2 * waited) : waits;
      waits[waited++] = wait;
      withinDay += wait <= DAY ? 1 : 0;
      withinWeek += wait <= 7 * DAY ? 1 : 0;
    }
  }

  /** Nearest rank, as {@link Share#percentile}. */
  private Long percentile(int percent) {
    return waited == 0
        ? null
        : Long.valueOf(waits[(int) ((waited * (long) percent + 99) / 100) - 1]);
  }

  private InternalRow row(UTF8String component, BuildVerdict verdict) {
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.buildId(),
          first.ring(),
          component,
          first.releasedMicros(),
          eligible,
          installs,
          withinDay,
          withinWeek,
          percentile(50),
          percentile(90),
          verdict.voters(),
          verdict.votesUp(),
          verdict.votesDown(),
          verdict.votesNeutral(),
          verdict.issues()
        });
  }
}
