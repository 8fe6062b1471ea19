-- Each member's own sequence of spans, compared with the span before and with the first.
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
seen AS (
  SELECT DISTINCT community_id, span, span_start_date, channel, member_number FROM spanned
),
kinds AS (
  SELECT *,
    min(span_start_date) OVER (PARTITION BY community_id, span, channel, member_number) AS first_start,
    lag(span_start_date) OVER (PARTITION BY community_id, span, channel, member_number ORDER BY span_start_date) AS last_start,
    CASE span WHEN 'week' THEN span_start_date - 7 ELSE (span_start_date - INTERVAL 1 MONTH)::DATE END AS before_start,
    CASE span WHEN 'week' THEN span_start_date + 7 ELSE (span_start_date + INTERVAL 1 MONTH)::DATE END AS next_start
  FROM seen
),
grid AS (
  SELECT DISTINCT l.community_id, k.span, c.channel, l.last_date,
    unnest(generate_series(
      date_trunc(k.span, l.first_date)::DATE, l.last_date,
      CASE k.span WHEN 'week' THEN INTERVAL 7 DAY ELSE INTERVAL 1 MONTH END))::DATE AS span_start_date
  FROM life l, (VALUES ('week'), ('month')) AS k(span), (SELECT DISTINCT community_id, channel FROM act) c
  WHERE c.community_id = l.community_id
),
now AS (
  SELECT community_id, span, channel, span_start_date, count(*) AS active,
    count(*) FILTER (WHERE first_start = span_start_date) AS new,
    count(*) FILTER (WHERE last_start = before_start) AS returning,
    count(*) FILTER (WHERE last_start < before_start) AS resurrecting
  FROM kinds GROUP BY ALL
),
gone AS (
  SELECT k.community_id, k.span, k.channel, k.next_start AS span_start_date, count(*) AS active,
    count(*) FILTER (WHERE s.member_number IS NULL) AS dormant
  FROM kinds k LEFT JOIN seen s
    ON s.community_id = k.community_id AND s.span = k.span AND s.channel = k.channel
    AND s.member_number = k.member_number AND s.span_start_date = k.next_start
  GROUP BY ALL
)
SELECT g.community_id, g.span, g.span_start_date, g.channel,
  coalesce(n.active, 0) AS active_members, coalesce(o.active, 0) AS previous_active_members,
  coalesce(n.new, 0) AS new_members, coalesce(n.returning, 0) AS returning_members,
  coalesce(n.resurrecting, 0) AS resurrecting_members, coalesce(o.dormant, 0) AS dormant_members,
  CASE g.span WHEN 'week' THEN g.span_start_date + 6
    ELSE (g.span_start_date + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE END <= g.last_date AS is_complete
FROM grid g
LEFT JOIN now n USING (community_id, span, channel, span_start_date)
LEFT JOIN gone o USING (community_id, span, channel, span_start_date)
