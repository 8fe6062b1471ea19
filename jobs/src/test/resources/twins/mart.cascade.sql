-- Every post with every ancestor; the distance of every pair of posts one by one, by the number of
-- ancestors that both have.
WITH RECURSIVE post AS (
  SELECT f.* FROM core.fact_post f JOIN core.dim_channel d ON d.channel = f.channel
  WHERE d.allows_repost AND f.event_type IN
    ('broadcast_posted', 'broadcast_reposted', 'feed_posted', 'feed_shared')
),
named AS (
  SELECT p.community_id, p.root_id, p.post_id, q.post_id AS above
  FROM post p LEFT JOIN post q ON q.community_id = p.community_id AND q.root_id = p.root_id
    AND q.post_id = p.parent_id AND p.post_id <> p.root_id
),
up AS (
  SELECT community_id, root_id, post_id, above FROM named WHERE above IS NOT NULL
  UNION
  SELECT u.community_id, u.root_id, u.post_id, n.above FROM up u
  JOIN named n ON n.community_id = u.community_id AND n.root_id = u.root_id AND n.post_id = u.above
  WHERE n.above IS NOT NULL
),
tree AS (
  SELECT n.* REPLACE (
    CASE WHEN EXISTS (FROM up u WHERE u.community_id = n.community_id AND u.root_id = n.root_id
      AND u.post_id = n.post_id AND u.above = n.post_id) THEN NULL ELSE n.above END AS above)
  FROM named n
),
line AS (
  SELECT community_id, root_id, post_id, post_id AS ancestor FROM tree
  UNION ALL
  SELECT l.community_id, l.root_id, l.post_id, t.above FROM line l
  JOIN tree t ON t.community_id = l.community_id AND t.root_id = l.root_id AND t.post_id = l.ancestor
  WHERE t.above IS NOT NULL
),
step AS (
  SELECT community_id, root_id, post_id, ancestor FROM line WHERE ancestor <> root_id
),
deep AS (
  SELECT p.community_id, p.root_id, p.post_id, count(s.ancestor) AS depth
  FROM post p LEFT JOIN step s USING (community_id, root_id, post_id) GROUP BY ALL
),
common AS (
  SELECT a.community_id, a.root_id, a.post_id AS one, b.post_id AS other, count(*) AS shared
  FROM step a JOIN step b ON b.community_id = a.community_id AND b.root_id = a.root_id
    AND b.ancestor = a.ancestor AND a.post_id < b.post_id
  GROUP BY ALL
),
pair AS (
  SELECT a.community_id, a.root_id, avg(a.depth + b.depth - 2 * coalesce(c.shared, 0)) AS distance
  FROM deep a JOIN deep b ON b.community_id = a.community_id AND b.root_id = a.root_id
    AND a.post_id < b.post_id
  LEFT JOIN common c ON c.community_id = a.community_id AND c.root_id = a.root_id
    AND c.one = a.post_id AND c.other = b.post_id
  GROUP BY ALL
),
width AS (
  SELECT community_id, root_id, max(posts) AS max_width FROM (
    SELECT community_id, root_id, depth, count(*) AS posts FROM deep GROUP BY ALL) GROUP BY ALL
),
orphan AS (
  SELECT community_id, root_id, count(*) FILTER (above IS NULL AND post_id <> root_id) AS orphans
  FROM tree GROUP BY ALL
),
head AS (
  SELECT *, post_id = root_id AS is_root FROM post
  QUALIFY row_number() OVER (PARTITION BY community_id, root_id
    ORDER BY post_id = root_id DESC, posted_ts, post_id) = 1
),
pace AS (
  SELECT p.community_id, p.root_id, count(*) AS posts,
    count(*) FILTER (p.is_rewarded) AS rewarded,
    quantile_disc(greatest(0, floor((epoch_us(p.posted_ts) - epoch_us(h.posted_ts)) / 1000000)), [0.5, 0.9])
      FILTER (p.post_id <> p.root_id) AS seconds
  FROM post p JOIN head h ON h.community_id = p.community_id AND h.root_id = p.root_id GROUP BY ALL
),
reach AS (
  SELECT community_id, root_id, max(depth) AS cascade_depth FROM deep GROUP BY ALL
)
SELECT community_id, root_id, h.event_date, h.posted_ts, h.channel,
  CASE WHEN is_root THEN author_kind ELSE 'unknown' END AS author_kind,
  CASE WHEN is_root THEN coalesce(author_ring, 'unknown') ELSE 'unknown' END AS author_ring,
  CASE WHEN is_root THEN topic END AS topic, CASE WHEN is_root THEN campaign_id END AS campaign_id,
  CASE WHEN NOT is_root THEN 'missing' WHEN is_removed THEN 'removed' ELSE 'kept' END AS root_state,
  posts AS cascade_size, cascade_depth, max_width, distance AS structural_virality,
  rewarded AS rewarded_posts, orphans AS orphan_count,
  seconds[1]::BIGINT AS spread_seconds_p50, seconds[2]::BIGINT AS spread_seconds_p90
FROM head h
JOIN pace USING (community_id, root_id)
JOIN reach USING (community_id, root_id)
JOIN width USING (community_id, root_id)
JOIN orphan USING (community_id, root_id)
LEFT JOIN pair USING (community_id, root_id)
