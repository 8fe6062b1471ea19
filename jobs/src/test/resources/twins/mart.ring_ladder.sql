-- The ring of each member looked up at each week end by an as-of join; moves from the pair of two.
WITH person AS (
  SELECT DISTINCT community_id, member_number, joined_date, left_date
  FROM core.dim_member WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
),
day AS (
  SELECT community_id, min(event_date) AS first_date, max(event_date) AS last_date
  FROM core.fact_member_activity SEMI JOIN person USING (community_id, member_number)
  GROUP BY ALL
),
week AS (
  SELECT community_id, range::DATE AS week_date, least(range::DATE + 6, last_date) AS end_date
  FROM day, range(date_trunc('week', first_date)::TIMESTAMP, last_date::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 7 DAY)
),
ring_of_day AS (
  SELECT community_id, member_number, valid_from_date, arg_max(ring, valid_from_ts) AS ring
  FROM core.dim_member GROUP BY ALL
),
present AS (
  SELECT w.community_id, w.week_date, w.end_date, p.member_number
  FROM week w JOIN person p ON p.community_id = w.community_id
    AND p.joined_date <= w.end_date AND (p.left_date IS NULL OR p.left_date > w.end_date)
),
standing AS (
  SELECT p.community_id, p.week_date, p.member_number, r.ring
  FROM present p ASOF JOIN ring_of_day r
    ON r.community_id = p.community_id AND r.member_number = p.member_number
    AND p.end_date >= r.valid_from_date
),
move AS (
  SELECT coalesce(a.community_id, b.community_id) AS community_id,
    coalesce(a.week_date, b.week_date + 7) AS week_date, b.ring AS from_ring, a.ring AS to_ring,
    list_position(['unknown', 'stable', 'dev', 'honorary_beta', 'core'], b.ring) AS low,
    list_position(['unknown', 'stable', 'dev', 'honorary_beta', 'core'], a.ring) AS high
  FROM standing a FULL JOIN standing b ON b.community_id = a.community_id
    AND b.member_number = a.member_number AND b.week_date + 7 = a.week_date
),
active AS (
  SELECT a.community_id, date_trunc('week', a.event_date)::DATE AS week_date, r.ring,
    count(DISTINCT a.member_number) AS active_members
  FROM (FROM core.fact_member_activity SEMI JOIN person USING (community_id, member_number)) a
  ASOF JOIN ring_of_day r ON r.community_id = a.community_id AND r.member_number = a.member_number
    AND a.event_date >= r.valid_from_date
  GROUP BY ALL
),
target(ring, target_members) AS (
  VALUES ('unknown', NULL::BIGINT), ('core', 100), ('honorary_beta', 1000), ('dev', 100000), ('stable', 10000000)
),
tally AS (
  SELECT w.community_id, w.week_date, t.ring, any_value(t.target_members) AS target_members,
    count(*) FILTER (WHERE m.to_ring = t.ring) AS members,
    count(*) FILTER (WHERE m.from_ring = t.ring) AS members_before,
    count(*) FILTER (WHERE m.to_ring = t.ring AND m.from_ring IS NULL) AS entrants,
    count(*) FILTER (WHERE m.from_ring = t.ring AND m.to_ring IS NULL) AS leavers,
    count(*) FILTER (WHERE m.to_ring = t.ring AND m.high > m.low) AS promoted_in,
    count(*) FILTER (WHERE m.from_ring = t.ring AND m.high > m.low) AS promoted_out,
    count(*) FILTER (WHERE m.to_ring = t.ring AND m.high < m.low) AS demoted_in,
    count(*) FILTER (WHERE m.from_ring = t.ring AND m.high < m.low) AS demoted_out
  FROM week w CROSS JOIN target t
  LEFT JOIN move m ON m.community_id = w.community_id AND m.week_date = w.week_date
  GROUP BY ALL
)
SELECT tally.*, coalesce(active_members, 0) AS active_members, members / target_members AS target_rate
FROM tally LEFT JOIN active USING (community_id, week_date, ring)
