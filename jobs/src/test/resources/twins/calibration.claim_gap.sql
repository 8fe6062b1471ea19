-- claims is a view of published/claims.csv; every claim beside every community
WITH open_ended AS (
  SELECT unnest(['C01', 'C51', 'C56', 'C60', 'C63', 'C64', 'C65', 'C66']) AS claim_id
),
claim AS (
  SELECT claim_id, subject, channel, metric, unit, as_of, source, note, conflict_group,
    CAST(value_low AS DOUBLE) AS claimed_low,
    CASE WHEN claim_id IN (FROM open_ended) THEN NULL
      ELSE CAST(coalesce(value_high, value_low) AS DOUBLE) END AS claimed_high
  FROM claims
),
-- what is measured: claims, mart, column, words
told(ids, detail_table, detail_column, measure) AS (
  VALUES
    (['C02'], 'mart.tie_funnel', 'members', 'members with a tie that is strong or closer, on the last day'),
    (['C03', 'C13'], 'mart.retention_cohort', 'cohort_members', 'members who came in by the forum'),
    (['C04', 'C05'], 'mart.tie_funnel', 'community_members', 'members on the last day'),
    (['C06'], 'mart.seeding_funnel', 'cohort_members', 'members who were contacted first'),
    (['C07'], 'mart.seeding_funnel', 'members_reached', 'of those contacted first, core testers within 90 days'),
    (['C08'], 'mart.ring_ladder', 'members', 'members of ring core in the last week'),
    (['C09'], 'mart.ring_ladder', 'members', 'members of ring honorary_beta in the last week'),
    (['C10'], 'mart.ring_ladder', 'members', 'members of ring dev in the last week'),
    (['C11'], 'mart.ring_ladder', 'members', 'members of ring stable in the last week'),
    (['C12'], 'mart.activity_daily', 'posts', 'posts in the forum per day, over all days'),
    (['C14'], 'mart.activity_daily', 'posts', 'posts in the forum'),
    (['C15'], 'mart.meetup', 'attended', 'days from one meetup by the firm to the next, in any city'),
    (['C17'], 'mart.contribution', 'accepted_contributions', 'accepted translations; several may be of one language'),
    (['C18'], 'mart.contribution', 'accepted_contributions', 'accepted device ports by employees and founders'),
    (['C19'], 'mart.contribution', 'accepted_contributions', 'accepted device ports by others than employees, founders and bots'),
    (['C20'], 'mart.contribution', 'accepted_contributions', 'accepted themes'),
    (['C21'], 'mart.contribution', 'accepted_contributions', 'accepted questions and answers'),
    (['C22', 'C60'], 'mart.order_economics', 'units_paid', 'earphones paid'),
    (['C23', 'C24'], 'mart.order_economics', 'units_paid', 'power banks paid'),
    (['C25'], 'mart.order_economics', 'net_revenue', 'net revenue of power banks, over all days'),
    (['C26', 'C27'], 'mart.order_economics', 'units_paid', 'dolls paid'),
    (['C28'], 'mart.order_economics', 'units_paid', 'clothes paid'),
    (['C29'], 'mart.order_economics', 'net_revenue', 'net revenue of all categories but phones'),
    (['C30'], 'mart.order_economics', 'margin', 'margin of all categories but phones, before costs other than of goods'),
    (['C31'], 'mart.order_economics', 'margin', 'margin of phones, before costs other than of goods'),
    (['C32'], 'mart.arpu', 'users', 'members who were active or paid for a service, in the last month'),
    (['C33', 'C34'], 'mart.arpu', 'service_revenue', 'service revenue per month'),
    (['C35'], 'mart.arpu', 'service_revenue', 'service revenue per user and month'),
    (['C36', 'C37'], 'mart.arpu', 'service_revenue', 'service revenue, over all months'),
    (['C38', 'C39', 'C40', 'C41', 'C42', 'C43'], 'mart.order_economics', 'net_revenue', 'net revenue of all goods, over all days; services are in mart.arpu'),
    (['C44', 'C47', 'C52', 'C53'], 'mart.launch', 'units_paid', 'units paid per launch and article, on any channel'),
    (['C45', 'C48', 'C49', 'C54'], 'mart.launch', 'sell_out_seconds', 'seconds to sell out, mean of the launches that did, on any channel'),
    (['C46', 'C50', 'C55'], 'mart.launch', 'reservers', 'members with a reservation per launch and article, on any channel'),
    (['C57'], 'mart.order_economics', 'units_paid', 'phones paid on the best day'),
    (['C58'], 'mart.order_economics', 'units_paid', 'earphones paid on the best day'),
    (['C59'], 'mart.order_economics', 'units_paid', 'dolls paid on the best day'),
    (['C66'], 'mart.share_of_voice', 'joins', 'members who joined before the first week with advertising'),
    (['C68'], 'mart.nps_wom', 'negative_reach_in_public', 'members reached in public within 28 days, per detractor'),
    (['C69'], 'mart.wallet', 'member_spend', 'what members spent of what they are assumed to be able to spend'),
    (['C01', 'C51'], NULL, NULL, 'no mart tells money second by second; mart.launch has seconds_to_100_million'),
    (['C16'], NULL, NULL, 'mart.contribution counts contributors week by week, and weeks cannot be added'),
    (['C56', 'C61'], NULL, NULL, 'no event tells the followers of an account'),
    (['C62', 'C63', 'C64', 'C65'], NULL, NULL, 'mart.service_desk has the heads of all departments together'),
    (['C67'], NULL, NULL, 'no event tells a talk offline'),
    (['C70'], NULL, NULL, 'no mart tells what owners spend beside non-owners')
),
measure AS (SELECT unnest(ids) AS claim_id, * EXCLUDE (ids) FROM told),
tie AS (
  SELECT *, max(event_date) OVER (PARTITION BY community_id) AS latest FROM mart.tie_funnel
),
ring AS (
  SELECT *, max(week_date) OVER (PARTITION BY community_id) AS latest FROM mart.ring_ladder
),
accessory AS (
  FROM mart.order_economics
  WHERE category IN ('power_bank', 'earphone', 'doll', 'clothing', 'case', 'other')
),
service AS (FROM mart.arpu WHERE service = 'all' AND ring = 'all'),
own AS (
  SELECT *, min(week_date) FILTER (WHERE spend_amount > 0) OVER (PARTITION BY community_id) AS paid
  FROM mart.share_of_voice
  WHERE brand = 'own' AND joins IS NOT NULL AND spend_amount IS NOT NULL
),
best_day AS (
  SELECT community_id, category, max(units) AS units, sum(rows) AS rows,
    min(order_date) AS first, max(order_date) AS last
  FROM (SELECT community_id, category, order_date, sum(units_paid) AS units, count(*) AS rows
    FROM mart.order_economics GROUP BY ALL)
  GROUP BY ALL
),
money(ids, community_id, day, currency, amount, base) AS (
  SELECT ['C25'], community_id, order_date, currency, net_revenue, NULL
  FROM mart.order_economics WHERE category = 'power_bank'
  UNION ALL SELECT ['C29'], community_id, order_date, currency, net_revenue, NULL FROM accessory
  UNION ALL SELECT ['C30'], community_id, order_date, currency, margin, net_revenue
  FROM accessory WHERE margin IS NOT NULL
  UNION ALL SELECT ['C31'], community_id, order_date, currency, margin, net_revenue
  FROM mart.order_economics WHERE category = 'phone' AND margin IS NOT NULL
  UNION ALL SELECT ['C33', 'C34'], community_id, month_start_date, currency, service_revenue, 1
  FROM service
  UNION ALL SELECT ['C35'], community_id, month_start_date, currency, service_revenue, users
  FROM service
  UNION ALL SELECT ['C36', 'C37'], community_id, month_start_date, currency, service_revenue, NULL
  FROM service
  UNION ALL SELECT ['C38', 'C39', 'C40', 'C41', 'C42', 'C43'], community_id, order_date, currency,
    net_revenue, NULL
  FROM mart.order_economics
  UNION ALL SELECT ['C69'], community_id, quarter_start_date, currency, member_spend, assumed_wallet
  FROM mart.wallet WHERE ring = 'all' AND member_spend IS NOT NULL AND assumed_wallet IS NOT NULL
),
money_claim AS (
  SELECT claim_id, community_id, day, money.currency, amount, base,
    count(DISTINCT money.currency) OVER (PARTITION BY claim_id, community_id) AS currencies,
    claim.unit LIKE 'CNY%' AS is_yuan
  FROM (SELECT unnest(ids) AS claim_id, * EXCLUDE (ids) FROM money) money JOIN claim USING (claim_id)
),
summed AS (
  SELECT claim_id, community_id, sum(amount) AS numerator, CAST(sum(base) AS DECIMAL(18, 4)) AS denominator,
    count(*) AS observations, min(day) AS first, max(day) AS last,
    CAST(NULL AS VARCHAR) AS absent_reason
  FROM money_claim WHERE if(is_yuan, currency = 'CNY', currencies = 1) GROUP BY ALL
  UNION ALL
  SELECT DISTINCT claim_id, community_id, NULL, NULL, 0, NULL, NULL, 'other_currency'
  FROM money_claim
  WHERE (claim_id, community_id) NOT IN (SELECT claim_id, community_id FROM money_claim
    WHERE if(is_yuan, currency = 'CNY', currencies = 1))
),
counted(ids, community_id, numerator, denominator, observations, first, last) AS (
  SELECT ['C02'], community_id, sum(members) FILTER (WHERE event_date = latest), NULL, count(*),
    min(event_date), max(event_date)
  FROM tie WHERE tie_state IN ('strong', 'fan', 'partner', 'shareholder') GROUP BY community_id
  UNION ALL SELECT ['C04', 'C05'], community_id, sum(community_members) FILTER (WHERE event_date = latest),
    NULL, count(*), min(event_date), max(event_date)
  FROM tie WHERE tie_state = 'none' GROUP BY community_id
  UNION ALL SELECT ['C03', 'C13'], community_id, sum(cohort_members), NULL, count(*),
    min(cohort_start_date), max(cohort_start_date)
  FROM mart.retention_cohort WHERE span = 'month' AND spans_since = 0 AND entry_channel = 'forum'
  GROUP BY community_id
  UNION ALL SELECT if(funnel_step = 'contacted', ['C06'], ['C07']), community_id,
    sum(if(funnel_step = 'contacted', cohort_members, members_reached)), NULL, count(*),
    min(week_date), max(week_date)
  FROM mart.seeding_funnel
  WHERE entry_step = 'contacted' AND funnel_step IN ('contacted', 'core_tester')
  GROUP BY community_id, funnel_step
  UNION ALL SELECT CASE ring WHEN 'core' THEN ['C08'] WHEN 'honorary_beta' THEN ['C09']
      WHEN 'dev' THEN ['C10'] ELSE ['C11'] END,
    community_id, sum(members) FILTER (WHERE week_date = latest), NULL, count(*), min(week_date),
    max(week_date)
  FROM ring WHERE ring <> 'unknown' GROUP BY community_id, ring
  UNION ALL SELECT ['C12'], community_id, sum(posts), max(event_date) - min(event_date) + 1, count(*),
    min(event_date), max(event_date)
  FROM mart.activity_daily WHERE channel = 'forum' GROUP BY community_id
  UNION ALL SELECT ['C14'], community_id, sum(posts), NULL, count(*), min(event_date), max(event_date)
  FROM mart.activity_daily WHERE channel = 'forum' GROUP BY community_id
  UNION ALL SELECT ['C15'], community_id, max(meetup_date) - min(meetup_date),
    count(DISTINCT meetup_date) - 1, count(*), min(meetup_date), max(meetup_date)
  FROM mart.meetup WHERE organiser_kind = 'official' AND meetup_date IS NOT NULL
  GROUP BY community_id
  UNION ALL SELECT CASE contribution_type WHEN 'translation' THEN ['C17'] WHEN 'theme' THEN ['C20']
      ELSE ['C21'] END,
    community_id, sum(accepted_contributions), NULL, count(*), min(week_date), max(week_date)
  FROM mart.contribution
  WHERE actor_kind = 'all' AND contribution_type IN ('translation', 'theme', 'question_answer')
  GROUP BY community_id, contribution_type
  UNION ALL SELECT if(actor_kind IN ('employee', 'founder'), ['C18'], ['C19']) AS ids, community_id,
    sum(accepted_contributions), NULL, count(*), min(week_date), max(week_date)
  FROM mart.contribution WHERE actor_kind NOT IN ('all', 'bot') AND contribution_type = 'device_port'
  GROUP BY community_id, ids
  UNION ALL SELECT CASE category WHEN 'earphone' THEN ['C22', 'C60']
      WHEN 'power_bank' THEN ['C23', 'C24'] WHEN 'doll' THEN ['C26', 'C27'] ELSE ['C28'] END,
    community_id, sum(units_paid), NULL, count(*), min(order_date), max(order_date)
  FROM mart.order_economics WHERE category IN ('earphone', 'power_bank', 'doll', 'clothing')
  GROUP BY community_id, category
  UNION ALL SELECT CASE category WHEN 'phone' THEN ['C57'] WHEN 'earphone' THEN ['C58']
      ELSE ['C59'] END,
    community_id, units, NULL, rows, first, last
  FROM best_day WHERE category IN ('phone', 'earphone', 'doll')
  UNION ALL SELECT ['C32'], community_id,
    sum(users) FILTER (WHERE month_start_date = latest), NULL, count(*), min(month_start_date),
    max(month_start_date)
  FROM (SELECT *, max(month_start_date) OVER (PARTITION BY community_id) AS latest FROM service)
  GROUP BY community_id HAVING count(DISTINCT currency) = 1
  UNION ALL SELECT ['C44', 'C47', 'C52', 'C53'], community_id, sum(units_paid), count(*), count(*), min(CAST(opens_ts AS DATE)),
    max(CAST(opens_ts AS DATE))
  FROM mart.launch WHERE opens_ts IS NOT NULL GROUP BY community_id
  UNION ALL SELECT ['C45', 'C48', 'C49', 'C54'], community_id, sum(sell_out_seconds), count(*), count(*), min(CAST(opens_ts AS DATE)),
    max(CAST(opens_ts AS DATE))
  FROM mart.launch WHERE opens_ts IS NOT NULL AND sell_out_seconds IS NOT NULL
  GROUP BY community_id
  UNION ALL SELECT ['C46', 'C50', 'C55'], community_id, sum(reservers), count(*), count(*), min(CAST(opens_ts AS DATE)),
    max(CAST(opens_ts AS DATE))
  FROM mart.launch WHERE opens_ts IS NOT NULL GROUP BY community_id
  UNION ALL SELECT ['C66'], community_id, coalesce(sum(joins) FILTER (WHERE week_date < paid), 0),
    if(any_value(paid) IS NULL, 0, NULL), count(*), min(week_date), max(week_date)
  FROM own GROUP BY community_id
  UNION ALL SELECT ['C68'], community_id, sum(negative_reach_in_public), sum(detractors), count(*),
    min(week_date), max(week_date)
  FROM mart.nps_wom WHERE ring = 'all' AND channel = 'all' GROUP BY community_id
),
found AS (
  SELECT unnest(ids) AS claim_id, community_id, numerator, denominator, observations, first, last,
    CAST(NULL AS VARCHAR) AS absent_reason
  FROM counted
  UNION ALL SELECT claim_id, community_id, numerator, denominator, observations, first, last,
    absent_reason
  FROM summed
),
valued AS (
  SELECT *, CAST(numerator AS DOUBLE) / coalesce(CAST(nullif(denominator, 0) AS DOUBLE), 1) AS metric
  FROM found
)
SELECT c.community_id, claim.claim_id, subject AS claim_subject, channel AS claim_channel,
  metric AS claimed_quantity, unit, claimed_low, claimed_high, as_of AS claim_as_of,
  source AS claim_source, note AS claim_note, conflict_group, measure, detail_table, detail_column,
  CAST(numerator AS DECIMAL(18, 4)) AS numerator, CAST(denominator AS DECIMAL(18, 4)) AS denominator,
  coalesce(observations, 0) AS observations, first AS window_start_date, last AS window_end_date,
  value AS metric_value, value / coalesce(claimed_low, claimed_high) AS measured_to_claimed,
  CASE WHEN value < claimed_low THEN value - claimed_low
    WHEN value > claimed_high THEN value - claimed_high WHEN value IS NOT NULL THEN 0 END AS claim_gap,
  CASE WHEN value < claimed_low THEN 'below' WHEN value > claimed_high THEN 'above'
    WHEN value IS NOT NULL THEN 'within' END AS claim_position,
  CASE WHEN value IS NOT NULL THEN NULL WHEN detail_table IS NULL THEN 'no_mart'
    WHEN absent_reason IS NOT NULL THEN absent_reason WHEN observations > 0 THEN 'no_base'
    ELSE 'no_rows' END AS absent_reason
FROM core.dim_community c CROSS JOIN claim JOIN measure USING (claim_id)
LEFT JOIN (SELECT * EXCLUDE (metric), if(denominator = 0, NULL, metric) AS value FROM valued) v
  ON v.community_id = c.community_id AND v.claim_id = claim.claim_id
