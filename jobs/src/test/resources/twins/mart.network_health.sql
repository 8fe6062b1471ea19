-- Every tie in every week of its life; triangles by joining ties three times, components by passing
-- the lowest number on until nothing changes.
WITH RECURSIVE life AS (
  SELECT community_id, min(week_date) AS first_week, max(week_date) AS last_week
  FROM mart.edge_weekly GROUP BY ALL
),
calendar AS (
  SELECT community_id,
    unnest(generate_series(first_week, last_week, INTERVAL 7 DAYS))::DATE AS at_week
  FROM life
),
span AS (
  SELECT *, lead(week_date) OVER (
      PARTITION BY community_id, source_number, target_number, channel ORDER BY week_date) AS next_week
  FROM mart.edge_weekly
),
alive AS (
  SELECT s.community_id, at_week, s.channel, least(source_number, target_number) AS low,
    greatest(source_number, target_number) AS high, source_number < target_number AS upward,
    floor(round(weight * 1000000) * pow(2.0::DOUBLE,
      (week_date - at_week)::DOUBLE / edge_half_life_days))::BIGINT AS m
  FROM span s JOIN core.dim_community USING (community_id)
  JOIN calendar c ON c.community_id = s.community_id AND at_week >= week_date
    AND (next_week IS NULL OR at_week < next_week)
),
pair AS (
  SELECT community_id, at_week, coalesce(channel, 'all') AS channel, low, high,
    coalesce(sum(m) FILTER (upward), 0)::BIGINT AS up,
    coalesce(sum(m) FILTER (NOT upward), 0)::BIGINT AS down
  FROM alive
  GROUP BY GROUPING SETS (
    (community_id, at_week, channel, low, high), (community_id, at_week, low, high))
),
tie AS (
  SELECT *, up + down >= 4000000 AND 5 * least(up, down) >= greatest(up, down) AS is_strong
  FROM pair WHERE up + down >= 250000
),
arc AS (
  SELECT community_id, at_week, channel, low AS one, high AS other FROM tie
  UNION ALL SELECT community_id, at_week, channel, high, low FROM tie
),
degree AS (
  SELECT community_id, at_week, channel, one AS member_number, count(*) AS degree
  FROM arc GROUP BY ALL
),
reach(community_id, at_week, channel, member_number, label)
  USING KEY (community_id, at_week, channel, member_number) AS (
  SELECT community_id, at_week, channel, member_number, member_number FROM degree
  UNION
  SELECT a.community_id, a.at_week, a.channel, a.other, min(r.label)
  FROM reach r
  JOIN arc a ON a.community_id = r.community_id AND a.at_week = r.at_week
    AND a.channel = r.channel AND a.one = r.member_number
  JOIN recurring.reach known ON known.community_id = a.community_id AND known.at_week = a.at_week
    AND known.channel = a.channel AND known.member_number = a.other
  WHERE r.label < known.label
  GROUP BY a.community_id, a.at_week, a.channel, a.other
),
giant AS (
  SELECT community_id, at_week, channel, max(n) AS giant FROM (
    SELECT community_id, at_week, channel, label, count(*) AS n FROM reach GROUP BY ALL)
  GROUP BY ALL
),
triangle AS (
  SELECT a.community_id, a.at_week, a.channel, count(*) AS triangles
  FROM tie a
  JOIN tie b ON b.community_id = a.community_id AND b.at_week = a.at_week
    AND b.channel = a.channel AND b.low = a.high
  JOIN tie c ON c.community_id = a.community_id AND c.at_week = a.at_week
    AND c.channel = a.channel AND c.low = a.low AND c.high = b.high
  GROUP BY ALL
),
member AS (
  SELECT community_id, at_week, channel, count(*) AS n,
    sum(degree * (degree - 1) / 2)::BIGINT AS triples
  FROM degree GROUP BY ALL
),
ringed AS (
  SELECT d.community_id, d.at_week, d.channel, d.member_number,
    coalesce(arg_max(r.ring, r.valid_from_ts), 'unknown') AS ring
  FROM degree d
  LEFT JOIN core.dim_member r ON r.community_id = d.community_id
    AND r.member_number = d.member_number AND r.valid_from_date <= d.at_week + 6
  GROUP BY ALL
),
mix AS (
  SELECT a.community_id, a.at_week, a.channel, x.ring AS ring, count(*) AS ends,
    count(*) FILTER (x.ring = y.ring) AS within_ring
  FROM arc a
  JOIN ringed x ON x.community_id = a.community_id AND x.at_week = a.at_week
    AND x.channel = a.channel AND x.member_number = a.one
  JOIN ringed y ON y.community_id = a.community_id AND y.at_week = a.at_week
    AND y.channel = a.channel AND y.member_number = a.other
  GROUP BY a.community_id, a.at_week, a.channel, x.ring
),
assortative AS (
  SELECT community_id, at_week, channel, (sum(within_ring) * sum(ends) - sum(ends * ends))
      / nullif(sum(ends) * sum(ends) - sum(ends * ends), 0) AS r
  FROM mix GROUP BY ALL
),
total AS (
  SELECT community_id, at_week, channel, count(*) AS edges,
    count(*) FILTER (is_strong) AS strong, sum(least(up, down))::DOUBLE AS weaker,
    sum(greatest(up, down))::DOUBLE AS stronger
  FROM tie GROUP BY ALL
)
SELECT community_id, at_week AS week_date, channel, n AS tied_members, edges,
  strong AS strong_edges, edges / (n * (n - 1) / 2) AS density, weaker / stronger AS reciprocity,
  coalesce(triangles, 0) AS triangles, triples AS connected_triples,
  3 * coalesce(triangles, 0) / nullif(triples, 0) AS clustering, giant AS giant_component_members,
  giant / n AS giant_component_share, r AS ring_assortativity, 2 * strong / n AS mean_strong_degree,
  (n * (n - 1) / 2)::BIGINT AS metcalfe_value, n * ln(n) AS odlyzko_value,
  (weaker + stronger) / 1000000 AS observed_strength,
  (weaker + stronger) / 1000000 / (n * (n - 1) / 2) AS observed_to_metcalfe
FROM total
JOIN member USING (community_id, at_week, channel)
JOIN giant USING (community_id, at_week, channel)
JOIN assortative USING (community_id, at_week, channel)
LEFT JOIN triangle USING (community_id, at_week, channel)
