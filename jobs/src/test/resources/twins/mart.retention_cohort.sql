-- Each member's active spans after joining; streaks and last spans counted member by member.
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
member AS (
  SELECT d.community_id, d.member_number, max(d.joined_date) AS joined_date,
    max(d.entry_channel) AS entry_channel,
    coalesce(arg_max(d.ring, d.valid_from_ts) FILTER (WHERE d.valid_from_ts <= d.joined_ts), 'stable') AS ring_at_join
  FROM core.dim_member d
  WHERE d.joined_date IS NOT NULL AND d.actor_kind NOT IN ('bot', 'employee', 'founder')
  GROUP BY ALL
),
cohort AS (
  SELECT m.*, k.span, date_trunc(k.span, m.joined_date)::DATE AS cohort_start_date
  FROM member m, (VALUES ('week'), ('month')) AS k(span)
),
active AS (
  SELECT DISTINCT c.community_id, c.span, c.member_number,
    date_diff(c.span, c.cohort_start_date, s.span_start_date) AS k
  FROM cohort c JOIN spanned s
    ON s.community_id = c.community_id AND s.span = c.span AND s.member_number = c.member_number
    AND s.channel = 'all' AND s.span_start_date >= c.cohort_start_date
),
streak AS (
  SELECT community_id, span, member_number, max(k) AS last_k,
    max(CASE WHEN k = place - 1 THEN k END) AS streak_k
  FROM (SELECT *, row_number() OVER (PARTITION BY community_id, span, member_number ORDER BY k) AS place FROM active)
  GROUP BY ALL
),
size AS (
  SELECT c.community_id, c.span, c.cohort_start_date, c.entry_channel, c.ring_at_join,
    count(*) AS members, max(l.last_date) AS last_date
  FROM cohort c JOIN life l USING (community_id)
  GROUP BY ALL
),
cell AS (
  SELECT *, unnest(generate_series(0, least(
    CASE span WHEN 'week' THEN 52 ELSE 36 END,
    date_diff(span, cohort_start_date, date_trunc(span, last_date)::DATE)))) AS k
  FROM size
)
SELECT x.community_id, x.span, x.cohort_start_date, x.entry_channel, x.ring_at_join,
  x.k::INT AS spans_since, x.members AS cohort_members,
  count(a.k) AS retained_members,
  count(*) FILTER (WHERE t.last_k >= x.k) AS retained_or_later_members,
  count(*) FILTER (WHERE t.streak_k >= x.k) AS rolling_members,
  (CASE x.span WHEN 'week' THEN x.cohort_start_date + (7 * x.k + 7)::INT
    ELSE x.cohort_start_date + to_months((x.k + 1)::INT) END)::DATE - 1 > x.last_date AS is_censored
FROM cell x
JOIN cohort c
  ON c.community_id = x.community_id AND c.span = x.span
  AND c.cohort_start_date = x.cohort_start_date AND c.entry_channel = x.entry_channel
  AND c.ring_at_join = x.ring_at_join
LEFT JOIN streak t
  ON t.community_id = c.community_id AND t.span = c.span AND t.member_number = c.member_number
LEFT JOIN active a
  ON a.community_id = c.community_id AND a.span = c.span AND a.member_number = c.member_number
  AND a.k = x.k
GROUP BY ALL
