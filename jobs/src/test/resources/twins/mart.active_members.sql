-- Every window counted anew with count(DISTINCT), no sets carried over.
WITH act AS (
  SELECT a.community_id, a.event_date, a.member_number,
    unnest([a.channel, 'all']) AS channel
  FROM core.fact_member_activity a
  SEMI JOIN (
    SELECT * FROM core.dim_member WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
  ) d ON d.community_id = a.community_id AND d.member_number = a.member_number
),
day AS (
  SELECT community_id, unnest(generate_series(min(event_date), max(event_date), INTERVAL 1 DAY))::DATE AS event_date
  FROM act GROUP BY community_id
),
grid AS (
  SELECT * FROM day JOIN (SELECT DISTINCT community_id, channel FROM act) USING (community_id)
),
counted AS (
  SELECT g.community_id, g.event_date, g.channel,
    count(DISTINCT a.member_number) FILTER (WHERE a.event_date = g.event_date) AS dau,
    count(DISTINCT a.member_number) FILTER (WHERE a.event_date > g.event_date - 7) AS wau,
    count(DISTINCT a.member_number) AS mau
  FROM grid g
  LEFT JOIN act a
    ON a.community_id = g.community_id AND a.channel = g.channel
    AND a.event_date BETWEEN g.event_date - 29 AND g.event_date
  GROUP BY ALL
),
summed AS (
  SELECT c.community_id, c.event_date, c.channel, c.dau, c.wau, c.mau,
    count(*) AS days, sum(p.dau)::BIGINT AS dau_sum, sum(p.mau)::BIGINT AS mau_sum,
    avg(p.dau / p.mau) FILTER (WHERE p.mau > 0) AS mean_ratio
  FROM counted c
  JOIN counted p
    ON p.community_id = c.community_id AND p.channel = c.channel
    AND p.event_date BETWEEN c.event_date - 29 AND c.event_date
  GROUP BY ALL
)
SELECT community_id, event_date, channel, dau AS daily_active_members,
  wau AS weekly_active_members, mau AS monthly_active_members, days::INT AS days_in_month,
  CASE WHEN mau > 0 THEN dau / mau END AS stickiness,
  dau_sum AS daily_active_sum, mau_sum AS monthly_active_sum,
  CASE WHEN mau_sum > 0 THEN dau_sum / mau_sum END AS stickiness_ratio_of_averages,
  mean_ratio AS stickiness_average_of_ratios
FROM summed
