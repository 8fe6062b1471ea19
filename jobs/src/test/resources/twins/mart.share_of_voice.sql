-- Mentions, posts, joins and spending each counted apart, then laid side by side.
WITH watching AS (
  SELECT h.community_id, h.currency FROM core.dim_community h
  WHERE EXISTS (FROM core.fact_market m WHERE m.community_id = h.community_id)
),
rival AS (
  SELECT community_id, date_trunc('week', event_date)::DATE AS week_date, channel, brand,
    sum(mention_count)::BIGINT AS n, sum(CASE WHEN is_paid_media THEN mention_count ELSE 0 END)::BIGINT AS paid
  FROM (
    FROM core.fact_market WHERE kind = 'mention'
    QUALIFY row_number() OVER (PARTITION BY community_id, event_date, channel, brand, is_paid_media
      ORDER BY event_ts DESC, event_id DESC) = 1)
  GROUP BY ALL
),
post AS (
  SELECT community_id, date_trunc('week', event_date)::DATE AS week_date, channel, count(*) AS n,
    count(*) FILTER (is_rewarded) AS paid
  FROM core.fact_post
  WHERE NOT is_removed AND author_kind NOT IN ('bot', 'employee', 'founder') GROUP BY ALL
),
joined AS (
  SELECT community_id, date_trunc('week', joined_date)::DATE AS week_date, entry_channel AS channel,
    count(*) AS joins, count(inviter_number) AS invited
  FROM core.dim_member
  WHERE is_current AND joined_date IS NOT NULL
    AND actor_kind NOT IN ('bot', 'employee', 'founder') GROUP BY ALL
),
spent AS (
  SELECT m.community_id, date_trunc('week', event_date)::DATE AS week_date, channel,
    count(*) AS spends, coalesce(sum(amount) FILTER (m.currency = w.currency), 0) AS spend,
    count(*) FILTER (m.currency <> w.currency) AS other
  FROM core.fact_market m JOIN watching w ON w.community_id = m.community_id
  WHERE kind = 'spend' GROUP BY ALL
),
cell AS (
  SELECT community_id, week_date, channel FROM rival
  UNION SELECT community_id, week_date, channel FROM post
  UNION SELECT community_id, week_date, channel FROM joined
  UNION SELECT community_id, week_date, channel FROM spent
),
voice AS (
  SELECT c.community_id, c.week_date, c.channel, 'own' AS brand, coalesce(n, 0) AS mentions,
    coalesce(paid, 0) AS paid_mentions, true AS is_own
  FROM cell c LEFT JOIN post USING (community_id, week_date, channel)
  UNION ALL
  SELECT community_id, week_date, channel, brand, n, paid, false FROM rival
),
total AS (
  SELECT *, (sum(mentions) OVER c)::BIGINT AS week_mentions, bool_or(NOT is_own) OVER c AS is_counted
  FROM voice WINDOW c AS (PARTITION BY community_id, week_date, channel)
),
laid AS (
  SELECT t.*, w.currency AS home,
    CASE WHEN is_own THEN coalesce(j.joins, 0) END AS j, CASE WHEN is_own THEN coalesce(invited, 0) END AS i,
    CASE WHEN is_own THEN CASE WHEN spends > 0 THEN coalesce(j.joins, 0) - coalesce(invited, 0) ELSE 0 END END AS a,
    CASE WHEN is_own THEN coalesce(spend, 0) END AS s, CASE WHEN is_own THEN coalesce(other, 0) END AS o
  FROM total t JOIN watching w USING (community_id)
  LEFT JOIN joined j USING (community_id, week_date, channel)
  LEFT JOIN spent USING (community_id, week_date, channel)
)
SELECT community_id, week_date, channel, brand, mentions, paid_mentions, week_mentions,
  CASE WHEN is_counted THEN mentions / nullif(week_mentions, 0) END AS share_of_voice, j AS joins,
  i AS invited_joins, a AS advertised_joins, a / nullif(j, 0) AS advertised_join_share,
  s AS spend_amount, CASE WHEN is_own THEN home END AS currency, o AS other_currency_spends,
  s::DOUBLE / nullif(j, 0) AS acquisition_cost
FROM laid
