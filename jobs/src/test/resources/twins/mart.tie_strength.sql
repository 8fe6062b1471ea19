-- Two directed rows per pair joined into one; common neighbours by joining the strong ties.
WITH latest AS (
  SELECT community_id, max(week_date) AS as_of_week FROM mart.edge_weekly GROUP BY ALL
),
last AS (
  SELECT * FROM mart.edge_weekly
  QUALIFY row_number() OVER (
    PARTITION BY community_id, source_number, target_number, channel ORDER BY week_date DESC) = 1
),
arc AS (
  SELECT community_id, source_number, target_number,
    sum(floor(round(weight * 1000000)
      * pow(2.0::DOUBLE, (week_date - as_of_week)::DOUBLE / edge_half_life_days)))::BIGINT AS m
  FROM last JOIN latest USING (community_id) JOIN core.dim_community USING (community_id)
  GROUP BY ALL
),
pair AS (
  SELECT community_id, least(source_number, target_number) AS low_number,
    greatest(source_number, target_number) AS high_number,
    count(DISTINCT channel) AS channels_count, count(DISTINCT week_date) AS weeks_active,
    min(first_ts) AS first_ts, max(last_ts) AS last_ts
  FROM mart.edge_weekly GROUP BY ALL
),
weighed AS (
  SELECT p.*, as_of_week, coalesce(up.m, 0) AS up_m, coalesce(down.m, 0) AS down_m
  FROM pair p JOIN latest USING (community_id)
  LEFT JOIN arc up ON up.community_id = p.community_id
    AND up.source_number = low_number AND up.target_number = high_number
  LEFT JOIN arc down ON down.community_id = p.community_id
    AND down.source_number = high_number AND down.target_number = low_number
),
classed AS (
  SELECT *, CASE
      WHEN up_m + down_m >= 4000000 AND 5 * least(up_m, down_m) >= greatest(up_m, down_m)
        THEN 'strong'
      WHEN up_m + down_m >= 250000 THEN 'weak' ELSE 'none' END AS tie_class
  FROM weighed
),
strong AS (
  SELECT community_id, low_number AS one, high_number AS other FROM classed
  WHERE tie_class = 'strong'
  UNION ALL
  SELECT community_id, high_number, low_number FROM classed WHERE tie_class = 'strong'
),
common AS (
  SELECT a.community_id, a.one AS low_number, b.one AS high_number, count(*) AS embeddedness
  FROM strong a JOIN strong b
    ON b.community_id = a.community_id AND b.other = a.other AND a.one < b.one
  GROUP BY ALL
)
SELECT community_id, low_number, high_number, as_of_week, (up_m + down_m) / 1000000 AS strength,
  up_m / 1000000 AS weight_low_to_high, down_m / 1000000 AS weight_high_to_low,
  least(up_m, down_m) / nullif(greatest(up_m, down_m), 0) AS reciprocity,
  channels_count, weeks_active, tie_class, coalesce(embeddedness, 0) AS embeddedness,
  first_ts, last_ts
FROM classed LEFT JOIN common USING (community_id, low_number, high_number)
