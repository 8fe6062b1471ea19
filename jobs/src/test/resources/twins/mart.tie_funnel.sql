-- The definition of the states taken literally, day by day, from activity, rings and events.
WITH member AS (
  SELECT community_id, member_number, max(member_key) AS member_key, max(actor_kind) AS actor_kind,
    max(joined_date) AS joined_date, max(left_date) AS left_date
  FROM core.dim_member
  WHERE joined_date IS NOT NULL AND actor_kind NOT IN ('bot', 'employee', 'founder')
  GROUP BY ALL
  HAVING left_date IS NULL OR left_date > joined_date
),
act AS (
  SELECT DISTINCT a.community_id, a.member_number, a.event_date
  FROM core.fact_member_activity a
  SEMI JOIN (
    SELECT * FROM core.dim_member WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
  ) d ON d.community_id = a.community_id AND d.member_number = a.member_number
),
day AS (
  SELECT community_id, unnest(generate_series(min(event_date), max(event_date), INTERVAL 1 DAY))::DATE AS event_date
  FROM act GROUP BY community_id
),
merit AS (
  SELECT community_id, event_date, event_type,
    CASE event_type WHEN 'contribution_accepted' THEN coalesce(target_key, actor_key)
      WHEN 'referral_converted' THEN referrer_key ELSE actor_key END AS member_key
  FROM core.event o
  WHERE NOT is_test AND event_type IN
    ('contribution_accepted', 'recognition_given', 'referral_converted', 'commission_paid')
    AND NOT EXISTS (
      FROM core.event c
      WHERE c.community_id = o.community_id AND c.replaces_event_id = o.event_id AND NOT c.is_test)
),
present AS (
  SELECT d.community_id, d.event_date, a.member_number, count(*) AS active_days,
    count(DISTINCT (d.event_date - a.event_date) // 7) AS active_weeks
  FROM day d JOIN act a
    ON a.community_id = d.community_id AND a.event_date BETWEEN d.event_date - 27 AND d.event_date
  GROUP BY ALL
),
inner_ring AS (
  SELECT p.community_id, p.event_date, p.member_number,
    arg_max(r.ring, r.valid_from_ts) IN ('core', 'honorary_beta', 'dev') AS is_inner
  FROM present p JOIN core.dim_member r
    ON r.community_id = p.community_id AND r.member_number = p.member_number
    AND r.valid_from_date <= p.event_date
  WHERE p.active_weeks >= 3
  GROUP BY ALL
),
earned AS (
  SELECT m.community_id, m.member_number,
    min(e.event_date) FILTER (WHERE e.event_type IN ('contribution_accepted', 'recognition_given')) AS honoured_date,
    min(e.event_date) FILTER (WHERE e.event_type = 'referral_converted') AS partner_date,
    min(e.event_date) FILTER (WHERE e.event_type = 'commission_paid') AS paid_date
  FROM member m JOIN merit e ON e.community_id = m.community_id AND e.member_key = m.member_key
  GROUP BY ALL
),
state AS (
  SELECT p.community_id, p.event_date,
    CASE
      WHEN e.paid_date <= p.event_date THEN 'shareholder'
      WHEN m.actor_kind IN ('dealer', 'partner') OR e.partner_date <= p.event_date THEN 'partner'
      WHEN p.active_weeks < 3 THEN 'weak'
      WHEN i.is_inner OR e.honoured_date <= p.event_date OR p.active_days >= 12 THEN 'fan'
      ELSE 'strong'
    END AS tie_state,
    count(*) AS members
  FROM present p
  JOIN member m
    ON m.community_id = p.community_id AND m.member_number = p.member_number
    AND m.joined_date <= p.event_date AND (m.left_date IS NULL OR p.event_date < m.left_date)
  LEFT JOIN earned e ON e.community_id = p.community_id AND e.member_number = p.member_number
  LEFT JOIN inner_ring i
    ON i.community_id = p.community_id AND i.member_number = p.member_number
    AND i.event_date = p.event_date
  GROUP BY ALL
),
total AS (
  SELECT d.community_id, d.event_date, count(m.member_number) AS members
  FROM day d LEFT JOIN member m
    ON m.community_id = d.community_id AND m.joined_date <= d.event_date
    AND (m.left_date IS NULL OR d.event_date < m.left_date)
  GROUP BY ALL
),
tied AS (
  SELECT community_id, event_date, sum(members) AS members FROM state GROUP BY ALL
)
SELECT t.community_id, t.event_date, s.tie_state,
  CASE s.tie_state WHEN 'none' THEN t.members - coalesce(x.members, 0)
    ELSE coalesce(c.members, 0) END::BIGINT AS members,
  t.members AS community_members
FROM total t
CROSS JOIN (VALUES ('none'), ('weak'), ('strong'), ('fan'), ('partner'), ('shareholder')) AS s(tie_state)
LEFT JOIN state c
  ON c.community_id = t.community_id AND c.event_date = t.event_date AND c.tie_state = s.tie_state
LEFT JOIN tied x ON x.community_id = t.community_id AND x.event_date = t.event_date
