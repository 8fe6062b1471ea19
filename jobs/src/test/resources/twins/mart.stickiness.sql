-- Days counted member by member.
WITH act AS (
  SELECT a.community_id, a.event_date, a.member_number, unnest([a.channel, 'all']) AS channel
  FROM core.fact_member_activity a
  SEMI JOIN (
    SELECT * FROM core.dim_member WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
  ) d ON d.community_id = a.community_id AND d.member_number = a.member_number
),
spanned AS (
  SELECT *, date_trunc(span, event_date)::DATE AS span_start_date
  FROM act, (VALUES ('week'), ('month')) AS kind(span)
),
life AS (
  SELECT community_id, min(event_date) AS first_date, max(event_date) AS last_date
  FROM act GROUP BY community_id
),
days AS (
  SELECT community_id, span, span_start_date, channel, member_number,
    count(DISTINCT event_date)::INT AS active_days
  FROM spanned GROUP BY ALL
)
SELECT d.community_id, d.span, d.span_start_date, d.channel, d.active_days, count(*) AS members,
  sum(count(*)) OVER (PARTITION BY d.community_id, d.span, d.span_start_date, d.channel)::BIGINT
    AS span_members,
  CASE d.span WHEN 'week' THEN d.span_start_date + 6
    ELSE (d.span_start_date + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE END <= max(l.last_date)
    AS is_complete
FROM days d JOIN life l USING (community_id)
GROUP BY d.community_id, d.span, d.span_start_date, d.channel, d.active_days
