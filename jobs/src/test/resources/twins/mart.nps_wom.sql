-- The last answer of the week by row number; every occasion on which a detractor reached somebody
-- written out, then counted.
WITH answer AS (
  SELECT *, date_trunc('week', event_date)::DATE AS week_date FROM core.fact_survey
  WHERE kind = 'nps' AND actor_kind NOT IN ('bot', 'employee', 'founder')
  QUALIFY row_number() OVER (
    PARTITION BY community_id, week_date, coalesce(member_number::VARCHAR, event_id)
    ORDER BY event_ts DESC, event_id DESC) = 1
),
wide AS (
  SELECT a.* REPLACE (CASE WHEN r.wide THEN 'all' ELSE ring END AS ring,
    CASE WHEN c.wide THEN 'all' ELSE channel END AS channel)
  FROM answer a CROSS JOIN (VALUES (true), (false)) AS r(wide)
  CROSS JOIN (VALUES (true), (false)) AS c(wide)
),
counted AS (
  SELECT community_id, week_date, ring, channel, count(*) AS n,
    count(*) FILTER (score >= 9) AS promoters, count(*) FILTER (score BETWEEN 7 AND 8) AS passives,
    count(*) FILTER (score <= 6) AS detractors
  FROM wide GROUP BY ALL
),
passed AS (
  SELECT f.* FROM core.fact_post f JOIN core.dim_channel d ON d.channel = f.channel
  WHERE d.allows_repost AND f.event_type IN
    ('broadcast_posted', 'broadcast_reposted', 'feed_posted', 'feed_shared')
),
occasion AS (
  SELECT community_id, target_number AS author, source_number AS other, channel, event_ts
  FROM core.fact_interaction
  WHERE kind IN ('reply', 'comment', 'accept', 'repost', 'share', 'reaction')
  UNION ALL
  SELECT community_id, source_number, target_number, channel, event_ts FROM core.fact_interaction
  WHERE kind IN ('reply', 'comment', 'mention', 'message', 'meet')
  UNION ALL
  SELECT p.community_id, r.author_number, p.author_number, p.channel, p.posted_ts
  FROM passed p JOIN passed r ON r.community_id = p.community_id AND r.post_id = p.root_id
    AND r.root_id = r.post_id AND r.author_number <> p.author_number
),
reached AS (
  SELECT w.community_id, w.week_date, w.ring, w.channel, count(DISTINCT other) AS reach,
    count(DISTINCT other) FILTER (d.visibility = 'public') AS in_public
  FROM wide w
  JOIN occasion o ON o.community_id = w.community_id AND o.author = w.member_number
    AND o.event_ts > w.event_ts AND o.event_ts <= w.event_ts + INTERVAL 672 HOURS
  JOIN core.dim_channel d ON d.channel = o.channel
  WHERE w.score <= 6
  GROUP BY ALL
),
ring_on_day AS (
  SELECT a.community_id, a.member_number, a.event_date,
    coalesce(arg_max(d.ring, d.valid_from_ts), 'stable') AS ring
  FROM (SELECT DISTINCT community_id, member_number, event_date FROM core.fact_member_activity) a
  JOIN (SELECT DISTINCT community_id, member_number FROM core.dim_member
    WHERE actor_kind NOT IN ('bot', 'employee', 'founder')) m USING (community_id, member_number)
  LEFT JOIN core.dim_member d ON d.community_id = a.community_id
    AND d.member_number = a.member_number AND d.valid_from_date <= a.event_date
  GROUP BY ALL
),
active AS (
  SELECT community_id, date_trunc('week', event_date)::DATE AS week_date,
    coalesce(ring, 'all') AS ring, count(DISTINCT member_number) AS active
  FROM ring_on_day
  GROUP BY GROUPING SETS ((community_id, date_trunc('week', event_date), ring),
    (community_id, date_trunc('week', event_date)))
),
spread AS (
  SELECT *, 100 * (promoters - detractors) / n AS score,
    100 * (promoters - detractors) / (n + 3) AS center,
    100 * 1.959963984540054 * sqrt(((promoters + detractors + 1.5) / (n + 3)
      - pow((promoters - detractors) / (n + 3), 2)) / (n + 3)) AS half
  FROM counted
)
SELECT community_id, week_date, ring, channel, n AS respondents, promoters, passives, detractors,
  score AS net_promoter_score, least(score, greatest(-100, center - half)) AS net_promoter_low,
  greatest(score, least(100, center + half)) AS net_promoter_high,
  coalesce(active, 0) AS active_members, n / nullif(active, 0) AS response_rate,
  coalesce(reach, 0) AS negative_reach, coalesce(in_public, 0) AS negative_reach_in_public
FROM spread
LEFT JOIN reached USING (community_id, week_date, ring, channel)
LEFT JOIN active USING (community_id, week_date, ring)
