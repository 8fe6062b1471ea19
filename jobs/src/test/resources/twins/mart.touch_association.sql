-- Everybody in the same state on each touched day looked up one by one.
WITH counted AS (
  SELECT community_id, member_number FROM core.dim_member
  WHERE is_current AND actor_kind NOT IN ('bot', 'employee', 'founder')
),
life AS (
  SELECT community_id, min(event_date) AS first_date, max(event_date) AS last_date
  FROM core.fact_member_activity SEMI JOIN counted USING (community_id, member_number)
  GROUP BY ALL
),
stay AS (
  SELECT t.community_id, t.member_number, t.tie_state, t.from_date, l.last_date,
    greatest(t.from_date, l.first_date) AS first_day, coalesce(t.to_date, DATE '9999-01-01') AS end_date,
    coalesce(list_position(ladder, lead(t.tie_state) OVER (
      PARTITION BY t.community_id, t.member_number ORDER BY t.from_date)) > list_position(ladder, t.tie_state), false) AS ends_up
  FROM core.fact_tie_state t JOIN life l USING (community_id)
  SEMI JOIN counted c ON c.community_id = t.community_id AND c.member_number = t.member_number,
  (SELECT ['none', 'weak', 'strong', 'fan', 'partner', 'shareholder'] AS ladder)
),
kind(touch_kind) AS (VALUES ('service_reply_hour'), ('meetup'), ('recognition')),
seen AS (
  SELECT s.community_id, k.touch_kind, s.member_number, s.tie_state, s.first_day, s.end_date, s.last_date,
    any_value(s.ends_up) AS ends_up, min(t.event_date) AS touch_date
  FROM stay s CROSS JOIN kind k
  LEFT JOIN core.fact_touch t ON t.community_id = s.community_id AND t.touch_kind = k.touch_kind
    AND t.member_number = s.member_number AND t.event_date >= s.first_day AND t.event_date < s.end_date
  WHERE s.tie_state <> 'shareholder'
  GROUP BY ALL
),
touched AS (
  SELECT community_id, touch_kind, tie_state, touch_date, count(*) AS n1,
    count(*) FILTER (WHERE ends_up AND end_date - touch_date <= 28) AS a
  FROM seen WHERE touch_date <= last_date - 28 GROUP BY ALL
),
stratum AS (
  SELECT x.*, count(s.member_number) AS n0,
    count(*) FILTER (WHERE s.ends_up AND s.end_date - x.touch_date <= 28) AS b
  FROM touched x LEFT JOIN seen s ON s.community_id = x.community_id AND s.touch_kind = x.touch_kind
    AND s.tie_state = x.tie_state AND s.first_day <= x.touch_date AND s.end_date > x.touch_date
    AND (s.touch_date IS NULL OR s.touch_date > x.touch_date)
  GROUP BY ALL
),
told AS (
  SELECT community_id, touch_kind, coalesce(tie_state, 'all') AS tie_state,
    coalesce(sum(n1) FILTER (WHERE n0 > 0), 0)::BIGINT AS touched_days,
    coalesce(sum(a) FILTER (WHERE n0 > 0), 0)::BIGINT AS touched_moves,
    sum(n0)::BIGINT AS comparable_days, sum(b)::BIGINT AS comparable_moves,
    coalesce(sum(n1 * b / n0) FILTER (WHERE n0 > 0), 0) AS expected_moves,
    coalesce(sum(n1 * n1 * (b / n0) * (1 - b / n0) / n0) FILTER (WHERE n0 > 0), 0) AS variance,
    coalesce(sum(n1) FILTER (WHERE n0 = 0), 0)::BIGINT AS unmatched_days
  FROM stratum GROUP BY GROUPING SETS ((community_id, touch_kind, tie_state), (community_id, touch_kind))
),
rated AS (
  SELECT *, nullif(touched_days, 0)::DOUBLE AS n, touched_moves::DOUBLE AS h,
    1.959963984540054::DOUBLE AS z, touched_moves / nullif(expected_moves, 0) AS ratio,
    CASE WHEN n IS NULL THEN NULL WHEN h = 0 THEN 0 ELSE
      (h + z * z / 2 - z * sqrt(h * (n - h) / n + z * z / 4)) / (n + z * z) END AS low,
    CASE WHEN n IS NULL THEN NULL WHEN h = n THEN 1 ELSE
      (h + z * z / 2 + z * sqrt(h * (n - h) / n + z * z / 4)) / (n + z * z) END AS high
  FROM told
)
SELECT community_id, touch_kind, tie_state, 28 AS follow_up_days, touched_days, touched_moves,
  h / n AS touched_move_rate, low AS touched_move_low, high AS touched_move_high,
  comparable_days, comparable_moves, expected_moves, expected_moves / n AS expected_move_rate,
  ratio AS risk_ratio,
  CASE WHEN expected_moves > 0 AND h > 0 THEN
    exp(ln(ratio) - sqrt(ln(h / n / low) ** 2 + z * z * variance / expected_moves ** 2))
    WHEN expected_moves > 0 THEN 0 END AS risk_ratio_low,
  CASE WHEN expected_moves > 0 AND h > 0 THEN
    exp(ln(ratio) + sqrt(ln(high * n / h) ** 2 + z * z * variance / expected_moves ** 2))
    WHEN expected_moves > 0 THEN high * n / expected_moves END AS risk_ratio_high,
  unmatched_days
FROM rated
