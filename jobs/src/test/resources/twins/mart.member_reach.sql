-- Ranks by 30 rounds of joins, cores by letting every member's value fall to the h-index of its
-- neighbours' (Lü et al. 2016) 60 times, reach by writing out who was reached.
WITH RECURSIVE latest AS (
  SELECT community_id, max(week_date) AS as_of_week FROM mart.edge_weekly GROUP BY ALL
),
tie AS (
  SELECT * FROM mart.tie_strength WHERE tie_class <> 'none'
),
arc AS (
  SELECT community_id, low_number AS source, high_number AS target, weight_low_to_high AS weight,
    tie_class FROM tie
  UNION ALL
  SELECT community_id, high_number, low_number, weight_high_to_low, tie_class FROM tie
),
node AS (
  SELECT community_id, source AS member_number, count(*) AS degree,
    count(*) FILTER (tie_class = 'strong') AS strong, sum(weight) AS given FROM arc GROUP BY ALL
),
network AS (
  SELECT community_id, count(*) AS n FROM node GROUP BY ALL
),
way AS (
  SELECT a.community_id, source, target, weight / given AS share
  FROM arc a JOIN node n ON n.community_id = a.community_id AND n.member_number = a.source
  WHERE weight > 0
  UNION ALL
  SELECT community_id, member_number, member_number, 0 FROM node
),
rank AS (
  SELECT community_id, member_number, 0 AS round, 1.0::DOUBLE / n AS rank
  FROM node JOIN network USING (community_id)
  UNION ALL
  SELECT w.community_id, w.target, r.round + 1,
    (0.15 + 0.85 * any_value(r.lost)) / any_value(r.n) + 0.85 * sum(r.rank * w.share)
  FROM (
    SELECT k.*, n.n, sum(CASE WHEN given > 0 THEN 0 ELSE k.rank END) OVER (PARTITION BY k.community_id) AS lost
    FROM rank k JOIN network n ON n.community_id = k.community_id
    JOIN node m ON m.community_id = k.community_id AND m.member_number = k.member_number
    WHERE k.round < 30) r
  JOIN way w ON w.community_id = r.community_id AND w.source = r.member_number
  GROUP BY w.community_id, w.target, r.round
),
core AS (
  SELECT community_id, member_number, 0 AS round, degree AS value FROM node
  UNION ALL
  SELECT community_id, source, round + 1, count(*) FILTER (value >= place)
  FROM (
    SELECT a.community_id, a.source, c.round, c.value, row_number() OVER (
        PARTITION BY a.community_id, a.source ORDER BY c.value DESC) AS place
    FROM core c JOIN arc a ON a.community_id = c.community_id AND a.target = c.member_number
    WHERE c.round < 60)
  GROUP BY community_id, source, round
),
spread AS (
  SELECT f.* FROM core.fact_post f JOIN core.dim_channel d ON d.channel = f.channel
  WHERE d.allows_repost AND f.event_type IN
    ('broadcast_posted', 'broadcast_reposted', 'feed_posted', 'feed_shared')
),
cascade AS (
  SELECT r.community_id, r.author_number AS author, p.author_number AS other,
    r.root_id, p.post_id = p.root_id AS is_first
  FROM spread r JOIN spread p ON p.community_id = r.community_id AND p.root_id = r.root_id
  WHERE r.post_id = r.root_id AND r.author_number IS NOT NULL
),
begun AS (
  SELECT community_id, author AS member_number, count(DISTINCT root_id) AS roots, count(*) AS posts
  FROM cascade GROUP BY ALL
),
reached AS (
  SELECT community_id, author, other FROM cascade WHERE other <> author
  UNION
  SELECT community_id, target_number, source_number FROM mart.edge_weekly
  WHERE greatest(replies, comments, accepts, reposts, shares, reactions) > 0
  UNION
  SELECT community_id, source_number, target_number FROM mart.edge_weekly
  WHERE greatest(replies, comments, mentions, messages, meets) > 0
),
reach AS (
  SELECT community_id, author AS member_number, count(DISTINCT other) AS reach
  FROM reached GROUP BY ALL
),
present AS (
  SELECT a.community_id, a.member_number, count(DISTINCT event_date) AS days
  FROM core.fact_member_activity a JOIN latest l ON l.community_id = a.community_id
    AND a.event_date BETWEEN as_of_week - 21 AND as_of_week + 6
  GROUP BY ALL
),
state AS (
  SELECT s.community_id, s.member_number, s.tie_state
  FROM core.fact_tie_state s JOIN latest l ON l.community_id = s.community_id
    AND from_date <= as_of_week + 6 AND (to_date IS NULL OR to_date > as_of_week + 6)
),
joined AS (
  SELECT d.community_id, d.member_number, as_of_week, actor_kind, ring, coalesce(degree, 0) AS degree,
    coalesce(strong, 0) AS strong, r.rank, coalesce(c.value, 0) AS core,
    coalesce(b.roots, 0) AS roots, b.posts / b.roots AS size, coalesce(reach, 0) AS reach,
    coalesce(days, 0) AS days, coalesce(s.tie_state, 'none') AS state,
    CASE coalesce(s.tie_state, 'none') WHEN 'weak' THEN 0.2 WHEN 'strong' THEN 0.4 WHEN 'fan' THEN 0.6
      WHEN 'partner' THEN 0.8 WHEN 'shareholder' THEN 1 ELSE 0 END::DOUBLE AS commitment
  FROM core.dim_member d JOIN latest USING (community_id)
  LEFT JOIN node n USING (community_id, member_number)
  LEFT JOIN (FROM rank WHERE round = 30) r USING (community_id, member_number)
  LEFT JOIN (FROM core WHERE round = 60) c USING (community_id, member_number)
  LEFT JOIN begun b USING (community_id, member_number)
  LEFT JOIN reach USING (community_id, member_number)
  LEFT JOIN present USING (community_id, member_number)
  LEFT JOIN state s USING (community_id, member_number)
  WHERE is_current AND (n.degree > 0
    OR (joined_date <= as_of_week + 6 AND (left_date IS NULL OR left_date > as_of_week + 6)))
)
SELECT community_id, member_number, as_of_week, actor_kind, ring, degree, strong AS strong_degree,
  rank AS pagerank, core AS core_number, roots AS cascade_roots, size AS mean_cascade_size, reach,
  days AS active_days, days / 28 AS presence, state AS tie_state, commitment,
  days / 28 * commitment AS love, CASE WHEN days / 28 * commitment >= 0.25 THEN 1
    WHEN days / 28 * commitment >= 0.05 THEN 2 WHEN days / 28 * commitment > 0 THEN 3 ELSE 4 END AS orbit_level
FROM joined
