WITH cell AS (
  SELECT m.community_id, m.week_date, m.ring, m.members, coalesce(c.smallest_group, 10) AS k,
    row_number() OVER (PARTITION BY m.community_id, m.week_date ORDER BY m.members = 0, m.members, m.ring) AS place
  FROM mart.ring_ladder m JOIN core.dim_community c USING (community_id)
),
-- every prefix of the cells, smallest first, that would protect itself
prefix AS (
  SELECT a.community_id, a.week_date, a.place, a.k
  FROM cell a JOIN cell b ON b.community_id = a.community_id AND b.week_date = a.week_date AND b.place <= a.place
  WHERE a.members > 0
  GROUP BY ALL HAVING count(*) >= 2 AND sum(b.members) - (count(*) - 1) >= a.k
),
whole AS (
  SELECT community_id, week_date, any_value(k) AS k, sum(members) AS total,
    count(*) FILTER (WHERE members BETWEEN 1 AND k - 1) AS small
  FROM cell GROUP BY ALL
),
verdict AS (
  SELECT w.*, total > 0 AND total < k + 5 AS is_total_hidden,
    (SELECT min(place) FROM prefix p WHERE p.community_id = w.community_id AND p.week_date = w.week_date
      AND p.place >= w.small) AS needed
  FROM whole w
),
shown AS (
  SELECT cell.*, is_total_hidden,
    is_total_hidden OR cell.members > 0 AND small > 0 AND place <= needed AS is_hidden
  FROM cell JOIN verdict v ON v.community_id = cell.community_id AND v.week_date = cell.week_date
)
SELECT community_id, week_date, ring, if(is_hidden, NULL, members) AS members,
  is_hidden, k AS smallest_group
FROM shown
