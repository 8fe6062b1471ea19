-- The state of each member looked up at each week end; what differs between two is a move.
WITH counted AS (
  SELECT community_id, member_number FROM core.dim_member
  WHERE is_current AND actor_kind NOT IN ('bot', 'employee', 'founder')
),
life AS (
  SELECT community_id, min(event_date) AS first_date, max(event_date) AS last_date
  FROM core.fact_member_activity SEMI JOIN counted USING (community_id, member_number)
  GROUP BY ALL
),
week AS (
  SELECT community_id, week_date::DATE AS week_date,
    least(week_date::DATE + 6, last_date) AS end_date
  FROM (SELECT *, unnest(generate_series(date_trunc('week', first_date), last_date, INTERVAL 7 DAY)) AS week_date FROM life)
),
standing AS (
  SELECT w.community_id, w.week_date, t.member_number, t.tie_state, t.from_date, t.to_date
  FROM week w
  JOIN core.fact_tie_state t ON t.community_id = w.community_id AND t.from_date <= w.end_date
    AND (t.to_date IS NULL OR t.to_date > w.end_date)
  SEMI JOIN counted c ON c.community_id = t.community_id AND c.member_number = t.member_number
),
earlier AS (
  SELECT s.* REPLACE (s.week_date + 7 AS week_date)
  FROM standing s SEMI JOIN week w ON w.community_id = s.community_id AND w.week_date = s.week_date + 7
),
pair AS (
  SELECT community_id, week_date, member_number, coalesce(b.tie_state, 'outside') AS from_state,
    coalesce(a.tie_state, 'outside') AS to_state, coalesce(a.from_date, b.to_date) AS change_date,
    a.from_date - b.from_date AS days
  FROM earlier b FULL JOIN standing a USING (community_id, week_date, member_number)
),
busiest AS (
  SELECT community_id, member_number, event_date, channel FROM core.fact_member_activity
  QUALIFY row_number() OVER (
    PARTITION BY community_id, member_number, event_date ORDER BY events DESC, channel) = 1
),
cell AS (
  SELECT p.community_id, p.week_date, p.from_state, p.to_state,
    CASE WHEN from_state = to_state THEN 'none' ELSE coalesce(b.channel, 'unknown') END AS trigger_channel,
    count(*) AS moves,
    quantile_disc(days, 0.5) FILTER (WHERE from_state <> to_state) AS p50,
    quantile_disc(days, 0.9) FILTER (WHERE from_state <> to_state) AS p90
  FROM pair p
  LEFT JOIN busiest b ON b.community_id = p.community_id AND b.member_number = p.member_number
    AND b.event_date = p.change_date
  GROUP BY ALL
),
rated AS (
  SELECT *, CASE from_state WHEN 'outside' THEN 0 ELSE
      sum(moves) OVER (PARTITION BY community_id, week_date, from_state) END::BIGINT AS members_before,
    nullif(members_before, 0)::DOUBLE AS n, 1.959963984540054::DOUBLE AS z
  FROM cell
)
SELECT community_id, week_date, from_state, to_state, trigger_channel,
  CASE WHEN from_state = to_state THEN 'held' WHEN from_state = 'outside' THEN 'in'
    WHEN to_state = 'outside' THEN 'out'
    WHEN list_position(ladder, to_state) > list_position(ladder, from_state) THEN 'up'
    ELSE 'down' END AS direction,
  moves, members_before, moves / n AS transition_rate,
  (moves + z * z / 2 - z * sqrt(moves * (n - moves) / n + z * z / 4)) / (n + z * z) AS transition_low,
  CASE WHEN n IS NULL THEN NULL WHEN moves = n THEN 1 ELSE
    (moves + z * z / 2 + z * sqrt(moves * (n - moves) / n + z * z / 4)) / (n + z * z) END AS transition_high,
  p50 AS days_to_convert_p50, p90 AS days_to_convert_p90
FROM rated, (SELECT ['none', 'weak', 'strong', 'fan', 'partner', 'shareholder'] AS ladder)
