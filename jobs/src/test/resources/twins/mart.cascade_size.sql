-- Bins by logarithm, exceedance by a running sum; the exponent by 50 halvings over 5,000 plain terms
-- of each series and the integral of the rest.
WITH RECURSIVE one AS (
  SELECT community_id, date_trunc('week', event_date)::DATE AS week_date, channel, cascade_size,
    floor(log2(cascade_size))::INT AS size_bin
  FROM mart.cascade
),
counted AS (
  SELECT community_id, week_date, channel, size_bin, count(*) AS cascades FROM one GROUP BY ALL
),
bin AS (
  SELECT *, sum(cascades) OVER (
      PARTITION BY community_id, week_date, channel ORDER BY size_bin DESC)::BIGINT AS at_least,
    sum(cascades) OVER (PARTITION BY community_id, week_date, channel)::BIGINT AS all_of_week
  FROM counted
),
tail AS (
  SELECT community_id, week_date, channel, count(*) AS n, avg(ln(cascade_size)) AS mean,
    max(cascade_size) AS largest
  FROM one WHERE cascade_size >= 2 GROUP BY ALL
),
halving AS (
  SELECT community_id, week_date, channel, mean, 0 AS round, 1.001::DOUBLE AS low, 64::DOUBLE AS high
  FROM tail WHERE n >= 50 AND largest > 2
  UNION ALL
  SELECT community_id, week_date, channel, mean, round + 1,
    CASE WHEN expected > mean THEN middle ELSE low END,
    CASE WHEN expected > mean THEN high ELSE middle END
  FROM (
    SELECT *, (list_sum([ln(x) * pow(x, -middle) for x in range(2, 5002)])
        + pow(5001.5, 1 - middle) * (ln(5001.5) / (middle - 1) + 1 / pow(middle - 1, 2)))
      / (list_sum([pow(x, -middle) for x in range(2, 5002)])
        + pow(5001.5, 1 - middle) / (middle - 1)) AS expected
    FROM (SELECT *, (low + high) / 2 AS middle FROM halving WHERE round < 50))
),
exponent AS (
  SELECT community_id, week_date, channel, high FROM halving WHERE round = 50
)
SELECT community_id, week_date, channel, size_bin, pow(2, size_bin)::BIGINT AS size_from,
  pow(2, size_bin + 1)::BIGINT - 1 AS size_to, cascades, at_least AS cascades_at_least,
  all_of_week AS week_cascades, at_least / all_of_week AS exceedance, 2 AS tail_from,
  coalesce(n, 0) AS tail_cascades, high AS tail_exponent
FROM bin
LEFT JOIN tail USING (community_id, week_date, channel)
LEFT JOIN exponent USING (community_id, week_date, channel)
