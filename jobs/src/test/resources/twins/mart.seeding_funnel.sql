-- Each milestone as a table of its own, straight from the events; steps joined to the entry.
WITH event AS (
  SELECT e.* FROM core.event e
  WHERE NOT is_test AND event_type IN
    ('member_contacted', 'member_invited', 'contribution_submitted', 'ring_granted')
    AND NOT EXISTS (
      FROM core.event c
      WHERE c.community_id = e.community_id AND c.replaces_event_id = e.event_id AND NOT c.is_test)
  QUALIFY e.replaces_event_id IS NULL OR row_number() OVER (
    PARTITION BY e.community_id, e.replaces_event_id
    ORDER BY revision DESC, received_ts DESC, event_id DESC) = 1
),
person AS (
  SELECT community_id, member_key, joined_ts, joined_date FROM core.dim_member
  WHERE is_current AND actor_kind NOT IN ('bot', 'employee', 'founder')
),
contacted AS (
  SELECT community_id, target_key AS member_key, min(event_ts) AS ts, min(event_date) AS date
  FROM event WHERE event_type = 'member_contacted' GROUP BY ALL
),
invited AS (
  SELECT community_id, target_key AS member_key, min(event_ts) AS ts, min(event_date) AS date
  FROM event WHERE event_type = 'member_invited' GROUP BY ALL
),
later AS (
  SELECT community_id, actor_key AS member_key, 'first_contribution' AS step, min(event_ts) AS ts
  FROM event WHERE event_type = 'contribution_submitted' GROUP BY ALL
  UNION ALL
  SELECT community_id, actor_key, 'tester', min(event_ts)
  FROM event WHERE event_type = 'ring_granted' AND ring IN ('core', 'honorary_beta', 'dev') GROUP BY ALL
  UNION ALL
  SELECT community_id, actor_key, 'core_tester', min(event_ts)
  FROM event WHERE event_type = 'ring_granted' AND ring = 'core' GROUP BY ALL
),
entered AS (
  SELECT p.*, c.ts AS contacted_ts, i.ts AS invited_ts,
    least(c.ts, i.ts, p.joined_ts) AS entry_ts,
    CASE WHEN c.ts = entry_ts THEN 'contacted' WHEN i.ts = entry_ts THEN 'invited' ELSE 'joined' END AS entry_step,
    date_trunc('week', CASE entry_step WHEN 'contacted' THEN c.date WHEN 'invited' THEN i.date
      ELSE p.joined_date END)::DATE AS week_date
  FROM person p
  LEFT JOIN contacted c USING (community_id, member_key)
  LEFT JOIN invited i USING (community_id, member_key)
  WHERE least(c.ts, i.ts, p.joined_ts) IS NOT NULL
),
reached AS (
  SELECT community_id, member_key, entry_step, week_date, entry_ts, entry_step AS step, entry_ts AS base_ts, entry_ts AS ts
  FROM entered
  UNION ALL
  SELECT community_id, member_key, entry_step, week_date, entry_ts, 'invited', entry_ts, invited_ts
  FROM entered WHERE entry_step = 'contacted' AND invited_ts <= entry_ts + INTERVAL 2160 HOURS
  UNION ALL
  SELECT community_id, member_key, entry_step, week_date, entry_ts, 'joined', entry_ts, joined_ts
  FROM entered WHERE entry_step <> 'joined' AND joined_ts <= entry_ts + INTERVAL 2160 HOURS
  UNION ALL
  SELECT community_id, member_key, entry_step, week_date, entry_ts, l.step,
    CASE l.step WHEN 'core_tester' THEN t.ts ELSE joined_ts END, l.ts
  FROM entered JOIN later l USING (community_id, member_key)
  LEFT JOIN (FROM later WHERE step = 'tester') t USING (community_id, member_key)
  WHERE joined_ts <= entry_ts + INTERVAL 2160 HOURS AND l.ts >= joined_ts
    AND l.ts <= entry_ts + INTERVAL 2160 HOURS AND (l.step <> 'core_tester' OR t.ts >= joined_ts)
),
way(entry_step, funnel_step, base_step) AS (
  VALUES ('contacted', 'contacted', NULL), ('contacted', 'invited', 'contacted'), ('contacted', 'joined', 'contacted'),
    ('invited', 'invited', NULL), ('invited', 'joined', 'invited'), ('joined', 'joined', NULL)
  UNION ALL
  SELECT e, s, b FROM (VALUES ('contacted'), ('invited'), ('joined')) AS entry(e),
    (VALUES ('first_contribution', 'joined'), ('tester', 'joined'), ('core_tester', 'tester')) AS step(s, b)
),
step AS (
  SELECT community_id, entry_step, week_date, step, count(*) AS n,
    quantile_disc(floor((epoch_us(ts) - epoch_us(base_ts)) / 1000000)::BIGINT, 0.5) AS own_p50,
    avg(floor((epoch_us(ts) - epoch_us(base_ts)) / 1000000)) AS own_mean,
    quantile_disc(floor((epoch_us(ts) - epoch_us(entry_ts)) / 1000000)::BIGINT, 0.5) AS all_p50,
    avg(floor((epoch_us(ts) - epoch_us(entry_ts)) / 1000000)) AS all_mean
  FROM reached GROUP BY ALL
),
last_day AS (
  SELECT community_id, max(event_date) AS last_date
  FROM core.fact_member_activity a
  SEMI JOIN (FROM core.dim_member WHERE actor_kind NOT IN ('bot', 'employee', 'founder')) d
    ON d.community_id = a.community_id AND d.member_number = a.member_number
  GROUP BY ALL
),
joined AS (
  SELECT c.community_id, c.entry_step, c.week_date, w.funnel_step, w.base_step, c.n AS cohort,
    coalesce(CASE WHEN w.base_step IS NULL THEN c.n ELSE b.n END, 0) AS base, coalesce(s.n, 0) AS hits,
    s.own_p50, s.own_mean, s.all_p50, s.all_mean, 1.959963984540054::DOUBLE AS z, c.n::DOUBLE AS m,
    coalesce(c.week_date + 96 > l.last_date, true) AS is_censored
  FROM step c JOIN way w ON w.entry_step = c.entry_step
  LEFT JOIN step s ON s.community_id = c.community_id AND s.entry_step = c.entry_step
    AND s.week_date = c.week_date AND s.step = w.funnel_step
  LEFT JOIN step b ON b.community_id = c.community_id AND b.entry_step = c.entry_step
    AND b.week_date = c.week_date AND b.step = w.base_step
  LEFT JOIN last_day l ON l.community_id = c.community_id
  WHERE c.step = c.entry_step
)
SELECT community_id, entry_step, week_date, funnel_step, base_step, 90 AS conversion_window_days,
  is_censored, cohort AS cohort_members, base AS base_members, hits AS members_reached,
  CASE WHEN base > 0 THEN hits / base END AS step_rate, hits / m AS overall_rate,
  CASE WHEN hits = 0 THEN 0 ELSE
    (hits + z * z / 2 - z * sqrt(hits * (m - hits) / m + z * z / 4)) / (m + z * z) END AS overall_low,
  CASE WHEN hits = m THEN 1 ELSE
    (hits + z * z / 2 + z * sqrt(hits * (m - hits) / m + z * z / 4)) / (m + z * z) END AS overall_high,
  CASE WHEN base_step IS NOT NULL THEN own_p50 END AS step_seconds_p50,
  CASE WHEN base_step IS NOT NULL THEN own_mean END AS step_seconds_mean,
  all_p50 AS overall_seconds_p50, all_mean AS overall_seconds_mean
FROM joined
