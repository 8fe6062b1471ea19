-- Submissions and acceptances paired anew from the events; shoulders by running sums over ranks.
WITH event AS (
  SELECT e.community_id, coalesce(contribution_id, object_id, event_id) AS id, event_type, event_ts,
    event_id, event_date, contribution_type AS type,
    CASE event_type WHEN 'contribution_submitted' THEN actor_key ELSE target_key END AS giver
  FROM core.event e
  WHERE NOT is_test AND event_type IN ('contribution_submitted', 'contribution_accepted')
    AND NOT EXISTS (
      FROM core.event c
      WHERE c.community_id = e.community_id AND c.replaces_event_id = e.event_id AND NOT c.is_test)
  QUALIFY e.replaces_event_id IS NULL OR row_number() OVER (
    PARTITION BY e.community_id, e.replaces_event_id
    ORDER BY revision DESC, received_ts DESC, event_id DESC) = 1
),
earliest AS (
  SELECT * FROM event
  QUALIFY row_number() OVER (
    PARTITION BY community_id, id, event_type ORDER BY event_ts, event_id) = 1
),
contribution AS (
  SELECT coalesce(s.community_id, a.community_id) AS community_id,
    date_trunc('week', coalesce(s.event_date, a.event_date))::DATE AS week_date,
    coalesce(s.type, a.type, 'unknown') AS type, coalesce(s.giver, a.giver) AS giver,
    s.id IS NOT NULL AS is_submitted, a.id IS NOT NULL AS is_accepted
  FROM (FROM earliest WHERE event_type = 'contribution_submitted') s
  FULL JOIN (FROM earliest WHERE event_type = 'contribution_accepted') a
    ON a.community_id = s.community_id AND a.id = s.id
),
given AS (
  SELECT c.*, coalesce(d.actor_kind, 'unknown') AS kind
  FROM contribution c LEFT JOIN core.dim_member d
    ON d.community_id = c.community_id AND d.member_key = c.giver AND d.is_current
),
cell AS (
  SELECT community_id, week_date, unnest([type, 'all']) AS type, kind, kind AS cell_kind, giver,
    is_submitted, is_accepted FROM given
  UNION ALL
  SELECT community_id, week_date, unnest([type, 'all']), kind, 'all', giver, is_submitted, is_accepted
  FROM given WHERE kind <> 'bot'
),
total AS (
  SELECT community_id, week_date, type, cell_kind, count(*) FILTER (WHERE is_submitted) AS submitted,
    count(*) FILTER (WHERE is_submitted AND is_accepted) AS accepted,
    count(*) FILTER (WHERE NOT is_submitted) AS unseen,
    count(*) FILTER (WHERE is_submitted AND kind NOT IN ('bot', 'employee', 'founder')) AS fan,
    count(*) FILTER (WHERE is_submitted AND kind IN ('employee', 'founder')) AS staff
  FROM cell GROUP BY ALL
),
person AS (
  SELECT community_id, week_date, type, cell_kind, giver, count(*) AS n
  FROM cell WHERE is_submitted AND giver IS NOT NULL GROUP BY ALL
),
ranked AS (
  SELECT *, row_number() OVER up AS low_rank, sum(n) OVER (PARTITION BY community_id, week_date, type, cell_kind) AS whole,
    sum(n) OVER (down ROWS UNBOUNDED PRECEDING) - n AS given_before
  FROM person
  WINDOW up AS (PARTITION BY community_id, week_date, type, cell_kind ORDER BY n, giver),
    down AS (PARTITION BY community_id, week_date, type, cell_kind ORDER BY n DESC, giver)
),
spread AS (
  SELECT community_id, week_date, type, cell_kind, count(*) AS contributors,
    (2 * sum(low_rank * n) / sum(n) - count(*) - 1) / count(*) AS gini,
    count(*) FILTER (WHERE given_before * 100 < whole * 80) AS core,
    count(*) FILTER (WHERE given_before * 100 < whole * 95) AS core_and_regular,
    count(*) FILTER (WHERE given_before * 2 < whole) AS bus_factor
  FROM ranked GROUP BY ALL
),
joined AS (
  SELECT t.*, coalesce(contributors, 0) AS contributors, gini, coalesce(core, 0) AS core,
    coalesce(core_and_regular, 0) AS core_and_regular, bus_factor,
    nullif(submitted, 0)::DOUBLE AS m, 1.959963984540054::DOUBLE AS z
  FROM total t LEFT JOIN spread USING (community_id, week_date, type, cell_kind)
)
SELECT community_id, week_date, type AS contribution_type, cell_kind AS actor_kind, submitted,
  accepted AS accepted_contributions, accepted / m AS acceptance_rate,
  CASE WHEN m IS NULL THEN NULL WHEN accepted = 0 THEN 0 ELSE
    (accepted + z * z / 2 - z * sqrt(accepted * (m - accepted) / m + z * z / 4)) / (m + z * z) END AS acceptance_low,
  CASE WHEN m IS NULL THEN NULL WHEN accepted = m THEN 1 ELSE
    (accepted + z * z / 2 + z * sqrt(accepted * (m - accepted) / m + z * z / 4)) / (m + z * z) END AS acceptance_high,
  unseen AS accepted_unseen, fan AS fan_submitted, staff AS staff_submitted,
  CASE WHEN cell_kind = 'all' AND staff > 0 THEN fan / staff END AS fan_staff_ratio,
  contributors, gini, core AS core_contributors, core_and_regular - core AS regular_contributors,
  contributors - core_and_regular AS casual_contributors, bus_factor
FROM joined
