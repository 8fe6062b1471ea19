-- Counts straight from what each member did; ring and tie state looked up for each row.
WITH member AS (
  SELECT community_id, member_number, max(actor_kind) AS actor_kind,
    max(region) FILTER (WHERE is_current) AS region, max(joined_date) AS joined_date
  FROM core.dim_member
  GROUP BY ALL
),
ring_on_day AS (
  SELECT a.community_id, a.member_number, a.event_date, arg_max(d.ring, d.valid_from_ts) AS ring
  FROM (SELECT DISTINCT community_id, member_number, event_date FROM core.fact_member_activity) a
  JOIN core.dim_member d
    ON d.community_id = a.community_id AND d.member_number = a.member_number
    AND d.valid_from_date <= a.event_date
  GROUP BY ALL
)
SELECT a.community_id, a.event_date, a.channel, coalesce(r.ring, 'stable') AS ring,
  coalesce(t.tie_state, 'none') AS tie_state, m.actor_kind, m.region,
  count(DISTINCT a.member_number) AS daily_active_members,
  count(DISTINCT a.member_number) FILTER (WHERE m.joined_date = a.event_date) AS new_members,
  sum(a.events)::BIGINT AS events, sum(a.posts)::BIGINT AS posts,
  sum(a.reactions)::BIGINT AS reactions, sum(a.touchpoints)::BIGINT AS touchpoints,
  sum(a.staff_touches)::BIGINT AS staff_touches
FROM core.fact_member_activity a
JOIN member m ON m.community_id = a.community_id AND m.member_number = a.member_number
LEFT JOIN ring_on_day r
  ON r.community_id = a.community_id AND r.member_number = a.member_number
  AND r.event_date = a.event_date
LEFT JOIN core.fact_tie_state t
  ON t.community_id = a.community_id AND t.member_number = a.member_number
  AND t.from_date <= a.event_date AND (t.to_date IS NULL OR a.event_date < t.to_date)
GROUP BY ALL
