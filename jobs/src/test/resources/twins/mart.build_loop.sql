-- Each number by a subquery of its own over the raw build events; the last vote by row number.
WITH build_ring AS (
  SELECT DISTINCT community_id, build_id, ring FROM core.fact_build_event
),
release AS (
  SELECT b.*, coalesce(
      (SELECT min(event_ts) FROM core.fact_build_event e WHERE e.kind = 'released'
        AND e.community_id = b.community_id AND e.build_id = b.build_id AND e.ring = b.ring),
      (SELECT min(event_ts) FROM core.fact_build_event e WHERE e.kind = 'released'
        AND e.community_id = b.community_id AND e.build_id = b.build_id)) AS released_ts
  FROM build_ring b
),
could AS (
  SELECT r.community_id, r.build_id, r.ring, m.member_number
  FROM release r
  JOIN core.dim_member m ON m.community_id = r.community_id AND m.ring = r.ring
    AND m.ring <> 'unknown' AND m.valid_from_ts < r.released_ts + INTERVAL 168 HOURS
    AND (m.valid_to_ts IS NULL OR m.valid_to_ts > r.released_ts)
  UNION
  SELECT community_id, build_id, ring, member_number FROM core.fact_build_event
  WHERE kind IN ('installed', 'vote_up', 'vote_down', 'vote_neutral') AND member_number IS NOT NULL
),
took AS (
  SELECT e.community_id, e.build_id, e.ring, e.member_number,
    floor((epoch_us(min(e.event_ts)) - epoch_us(any_value(r.released_ts))) / 1000000)::BIGINT AS seconds
  FROM core.fact_build_event e JOIN release r USING (community_id, build_id, ring)
  WHERE e.kind = 'installed' AND e.member_number IS NOT NULL
  GROUP BY ALL
),
uptake AS (
  SELECT community_id, build_id, ring, count(*) AS installs,
    count(*) FILTER (WHERE seconds BETWEEN 0 AND 86400) AS adopters_24h,
    count(*) FILTER (WHERE seconds BETWEEN 0 AND 604800) AS adopters_7d,
    quantile_disc(seconds, 0.5) FILTER (WHERE seconds >= 0) AS p50,
    quantile_disc(seconds, 0.9) FILTER (WHERE seconds >= 0) AS p90
  FROM took GROUP BY ALL
),
eligible AS (
  SELECT community_id, build_id, ring, count(*) AS eligible FROM could GROUP BY ALL
),
last_vote AS (
  SELECT community_id, build_id, ring, component, member_number, kind
  FROM core.fact_build_event WHERE starts_with(kind, 'vote')
  QUALIFY row_number() OVER (
    PARTITION BY community_id, build_id, ring, component, member_number
    ORDER BY event_ts DESC, event_id DESC) = 1
),
vote AS (
  SELECT community_id, build_id, ring, coalesce(component, 'all') AS component,
    count(DISTINCT member_number) AS voters, count(*) FILTER (WHERE kind = 'vote_up') AS up,
    count(*) FILTER (WHERE kind = 'vote_down') AS down,
    count(*) FILTER (WHERE kind = 'vote_neutral') AS neutral
  FROM last_vote
  GROUP BY GROUPING SETS ((community_id, build_id, ring, component), (community_id, build_id, ring))
),
issue AS (
  SELECT community_id, build_id, ring, coalesce(component, 'all') AS component, count(*) AS issues
  FROM core.fact_build_event WHERE kind = 'issue'
  GROUP BY GROUPING SETS ((community_id, build_id, ring, component), (community_id, build_id, ring))
),
part AS (
  SELECT community_id, build_id, ring, 'all' AS component FROM build_ring
  UNION SELECT community_id, build_id, ring, component FROM vote
  UNION SELECT community_id, build_id, ring, component FROM core.fact_build_event
    WHERE component <> 'unknown'
),
joined AS (
  SELECT part.*, released_ts, coalesce(eligible, 0) AS eligible, coalesce(installs, 0) AS installs,
    coalesce(adopters_24h, 0) AS adopters_24h, coalesce(adopters_7d, 0) AS adopters_7d, p50, p90,
    coalesce(voters, 0) AS voters, coalesce(up, 0) AS up, coalesce(down, 0) AS down,
    coalesce(neutral, 0) AS neutral, coalesce(issues, 0) AS issues,
    1.959963984540054::DOUBLE AS z, nullif(coalesce(up, 0) + coalesce(down, 0), 0)::DOUBLE AS n
  FROM part
  JOIN release USING (community_id, build_id, ring)
  LEFT JOIN eligible USING (community_id, build_id, ring)
  LEFT JOIN uptake USING (community_id, build_id, ring)
  LEFT JOIN vote USING (community_id, build_id, ring, component)
  LEFT JOIN issue USING (community_id, build_id, ring, component)
)
SELECT community_id, build_id, ring, component, released_ts, eligible, installs, adopters_24h,
  adopters_7d,
  CASE WHEN released_ts IS NOT NULL AND eligible > 0 THEN adopters_24h / eligible END
    AS adoption_24h_rate,
  CASE WHEN released_ts IS NOT NULL AND eligible > 0 THEN adopters_7d / eligible END
    AS adoption_7d_rate,
  p50 AS latency_seconds_p50, p90 AS latency_seconds_p90,
  voters, CASE WHEN eligible > 0 THEN voters / eligible END AS turnout_rate,
  up AS votes_up, down AS votes_down, neutral AS votes_neutral,
  up / n AS approval_rate,
  CASE WHEN n IS NULL THEN NULL WHEN up = 0 THEN 0 ELSE
    (up + z * z / 2 - z * sqrt(up * (n - up) / n + z * z / 4)) / (n + z * z) END AS approval_low,
  CASE WHEN n IS NULL THEN NULL WHEN up = n THEN 1 ELSE
    (up + z * z / 2 + z * sqrt(up * (n - up) / n + z * z / 4)) / (n + z * z) END AS approval_high,
  issues, CASE WHEN installs > 0 THEN 1000 * issues / installs END AS issues_per_1000_installs
FROM joined
