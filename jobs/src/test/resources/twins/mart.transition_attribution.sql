-- Each upward move joined with each touch before it; credits by ranks over the pairs.
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
  SELECT community_id, week_date::DATE AS week_date, least(week_date::DATE + 6, last_date) AS end_date
  FROM (SELECT *, unnest(generate_series(date_trunc('week', first_date), last_date, INTERVAL 7 DAY)) AS week_date FROM life)
),
standing AS (
  SELECT w.community_id, w.week_date, t.member_number, t.tie_state, t.from_date,
    list_position(['none', 'weak', 'strong', 'fan', 'partner', 'shareholder'], t.tie_state) AS step
  FROM week w
  JOIN core.fact_tie_state t ON t.community_id = w.community_id AND t.from_date <= w.end_date
    AND (t.to_date IS NULL OR t.to_date > w.end_date)
  SEMI JOIN counted c ON c.community_id = t.community_id AND c.member_number = t.member_number
),
move AS (
  SELECT a.community_id, a.week_date, a.member_number, b.tie_state AS from_state,
    a.tie_state AS to_state, a.from_date AS move_date
  FROM standing a JOIN standing b ON b.community_id = a.community_id
    AND b.member_number = a.member_number AND b.week_date + 7 = a.week_date AND a.step > b.step
),
touch AS (
  SELECT community_id, member_number, event_date, event_ts, touch_kind, channel FROM core.fact_touch
  UNION ALL
  SELECT community_id, target_number, event_date, event_ts, 'interaction', channel
  FROM core.fact_interaction WHERE kind NOT IN ('service', 'meet', 'referral', 'unfollow', 'unfriend')
),
pair AS (
  SELECT m.*, t.event_ts, coalesce(t.touch_kind, 'none') AS kind, coalesce(t.channel, 'none') AS place,
    row_number() OVER (PARTITION BY m.community_id, m.week_date, m.member_number
      ORDER BY t.event_ts, t.touch_kind, t.channel) AS from_first,
    row_number() OVER (PARTITION BY m.community_id, m.week_date, m.member_number
      ORDER BY t.event_ts DESC, t.touch_kind, t.channel) AS from_last
  FROM move m LEFT JOIN touch t ON t.community_id = m.community_id
    AND t.member_number = m.member_number
    AND t.event_date BETWEEN m.move_date - 28 AND m.move_date - 1
),
part AS (
  SELECT community_id, week_date, member_number, from_state, to_state, kind, place,
    count(event_ts) AS touches, count(*) AS n, count(*) FILTER (WHERE from_first = 1) AS first_credit,
    count(*) FILTER (WHERE from_last = 1) AS last_credit
  FROM pair GROUP BY ALL
),
scaled AS (
  SELECT *, sum(n) OVER (PARTITION BY community_id, week_date, member_number)::BIGINT AS whole FROM part
),
cut AS (
  SELECT *, 1000000 * n // whole AS millionths,
    1000000 - sum(1000000 * n // whole) OVER (PARTITION BY community_id, week_date, member_number) AS surplus,
    row_number() OVER (PARTITION BY community_id, week_date, member_number
      ORDER BY 1000000 * n % whole DESC, kind, place) AS turn
  FROM scaled
)
SELECT community_id, week_date, from_state, to_state, kind AS touch_kind, place AS touch_channel,
  count(*) AS touched_members, sum(touches)::BIGINT AS touches,
  sum(first_credit)::BIGINT AS first_credit, sum(last_credit)::BIGINT AS last_credit,
  (sum(millionths + CASE WHEN turn <= surplus THEN 1 ELSE 0 END)::DECIMAL(18, 0) * 0.000001::DECIMAL(7, 6))::DECIMAL(18, 6) AS even_credit
FROM cut GROUP BY ALL
