WITH own AS (SELECT community_id, currency FROM core.dim_community),
entry(community_id, day, metric, last_day_only, is_sum, numerator, denominator) AS (
  SELECT community_id, event_date, 'joins', false, true, new_members, 0 FROM mart.activity_daily
  WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
  UNION ALL
  SELECT community_id, week_date, 'k_factor', false, false, conversions, active_members FROM mart.referral
  WHERE channel = 'all' AND ring = 'all'
  UNION ALL
  SELECT community_id, event_date, 'monthly_active_members', true, true, monthly_active_members, 0
  FROM mart.active_members WHERE channel = 'all'
  UNION ALL
  SELECT community_id, event_date, 'stickiness', false, false, daily_active_members, monthly_active_members
  FROM mart.active_members WHERE channel = 'all'
  UNION ALL
  SELECT community_id, event_date, 'unanswered_rate', false, false, unanswered, threads FROM mart.content_response
  UNION ALL
  SELECT community_id, event_date, 'essence_rate', false, false, essence_threads, threads FROM mart.content_response
  UNION ALL
  SELECT community_id, event_date, 'staff_response_rate', false, false, staff_responses, responses
  FROM mart.content_response
  UNION ALL
  SELECT community_id, event_date, 'close_member_rate', true, false,
         CASE WHEN tie_state IN ('fan', 'partner', 'shareholder') THEN members ELSE 0 END, members
  FROM mart.tie_funnel
  UNION ALL
  SELECT community_id, week_date, 'inner_ring_members', true, true,
         CASE WHEN ring IN ('core', 'honorary_beta', 'dev') THEN members ELSE 0 END, 0
  FROM mart.ring_ladder
  UNION ALL
  SELECT community_id, week_date, 'mean_strong_degree', true, false, 2 * strong_edges, tied_members
  FROM mart.network_health WHERE channel = 'all'
  UNION ALL
  SELECT community_id, CAST(released_ts AT TIME ZONE 'UTC' AS DATE), 'turnout_rate', false, false, voters, eligible
  FROM mart.build_loop WHERE component = 'all' AND released_ts IS NOT NULL
  UNION ALL
  SELECT community_id, week_date, 'fan_contributions', false, true, fan_submitted, 0 FROM mart.contribution
  WHERE contribution_type = 'all' AND actor_kind = 'all'
  UNION ALL
  SELECT community_id, meetup_date, 'show_rate', false, false, rsvp_yes_attended, rsvp_yes FROM mart.meetup
  WHERE meetup_date IS NOT NULL
  UNION ALL
  SELECT community_id, month_start_date, 'payer_rate', false, false, payers, users
  FROM mart.arpu JOIN own USING (community_id, currency) WHERE service = 'all' AND ring = 'all'
  UNION ALL
  SELECT community_id, month_start_date, 'revenue_per_user', false, false, revenue, users
  FROM mart.arpu JOIN own USING (community_id, currency) WHERE service = 'all' AND ring = 'all'
  UNION ALL
  SELECT community_id, order_date, 'margin_rate', false, false, margin, net_revenue
  FROM mart.order_economics JOIN own USING (community_id, currency) WHERE margin IS NOT NULL
),
dated AS (
  SELECT *, CAST(date_trunc('month', day) AS DATE) AS month_start_date,
         max(day) OVER (PARTITION BY community_id, metric, date_trunc('month', day)) AS latest
  FROM entry
),
monthly AS (
  SELECT community_id, month_start_date, metric, any_value(is_sum) AS is_sum,
         coalesce(sum(numerator), 0) AS numerator, coalesce(sum(denominator), 0) AS denominator
  FROM dated
  WHERE NOT last_day_only OR day = latest
  GROUP BY ALL
),
valued AS (
  SELECT *, CASE WHEN is_sum THEN CAST(numerator AS DOUBLE)
                 WHEN denominator > 0 THEN CAST(numerator AS DOUBLE) / CAST(denominator AS DOUBLE) END AS metric_value
  FROM monthly
)
SELECT
  v.community_id,
  v.month_start_date,
  CASE WHEN v.metric IN ('joins', 'k_factor') THEN 'entry'
       WHEN v.metric IN ('monthly_active_members', 'stickiness') THEN 'carrier'
       WHEN v.metric IN ('unanswered_rate', 'essence_rate', 'staff_response_rate') THEN 'culture'
       WHEN v.metric IN ('close_member_rate', 'inner_ring_members', 'mean_strong_degree') THEN 'structure'
       WHEN v.metric IN ('turnout_rate', 'fan_contributions', 'show_rate') THEN 'mechanism'
       ELSE 'model' END AS part,
  v.metric,
  CAST(v.numerator AS DECIMAL(18, 4)) AS numerator,
  CASE WHEN NOT v.is_sum THEN CAST(v.denominator AS DECIMAL(18, 4)) END AS denominator,
  v.metric_value,
  before.metric_value AS value_before,
  CASE WHEN v.metric_value IS NULL OR before.metric_value IS NULL THEN 'unknown'
       WHEN v.metric_value > before.metric_value THEN 'up'
       WHEN v.metric_value < before.metric_value THEN 'down'
       ELSE 'flat' END AS trend,
  v.month_start_date < max(v.month_start_date) OVER (PARTITION BY v.community_id) AS is_complete,
  CASE v.metric
    WHEN 'joins' THEN 'mart.activity_daily'
    WHEN 'k_factor' THEN 'mart.referral'
    WHEN 'monthly_active_members' THEN 'mart.active_members'
    WHEN 'stickiness' THEN 'mart.active_members'
    WHEN 'unanswered_rate' THEN 'mart.content_response'
    WHEN 'essence_rate' THEN 'mart.content_response'
    WHEN 'staff_response_rate' THEN 'mart.content_response'
    WHEN 'close_member_rate' THEN 'mart.tie_funnel'
    WHEN 'inner_ring_members' THEN 'mart.ring_ladder'
    WHEN 'mean_strong_degree' THEN 'mart.network_health'
    WHEN 'turnout_rate' THEN 'mart.build_loop'
    WHEN 'fan_contributions' THEN 'mart.contribution'
    WHEN 'show_rate' THEN 'mart.meetup'
    WHEN 'margin_rate' THEN 'mart.order_economics'
    ELSE 'mart.arpu' END AS detail_table
FROM valued v
LEFT JOIN valued before
  ON before.community_id = v.community_id AND before.metric = v.metric
 AND before.month_start_date = v.month_start_date - INTERVAL 1 MONTH
