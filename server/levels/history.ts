/** The levels of a customer, as columns of customer_stats. */
const LEVELS = ['stage', 'value_segment', 'recency', 'frequency', 'monetary'] as const;

/** Sets the levels from what levelsSql gives as `level`; the due day also heeds the qualification window, at `periodDue`. */
export const setLevels = (periodDue: string) =>
  `${LEVELS.map((level) => `${level} = level.${level}`).join(', ')}, levels_due = least(level.due, ${periodDue})`;

/** Whether levels, as levelsSql gives them as `level`, differ from those of a row. */
export const levelsDiffer = (row: string, periodDue: string) =>
  `(${LEVELS.map((level) => `${row}.${level}`).join(', ')}, ${row}.levels_due)
     is distinct from (${LEVELS.map((level) => `level.${level}`).join(', ')}, least(level.due, ${periodDue}))`;

/** What an update of `customer_stats s` from `customer_stats before` gives back for its history; `cause` is SQL. */
export const returningLevels = (cause: string) => `returning s.customer_id, ${cause} as cause,
         ${LEVELS.map((level) => `before.${level} as old_${level}, s.${level}`).join(', ')},
         level.since_order, level.since_event, s.order_count, s.spend`;

/**
 * Writes the history of what an update gave back as `moved`: a row for each customer of whom any level changed, with the
 * facts that explain it. `at` and `today` are SQL.
 */
export const historySql = (at: string, today: string) => `
  insert into level_change (customer_id, at, on_day, cause, stage_from, stage_to, value_from, value_to, recency_from,
                            recency_to, frequency_from, frequency_to, monetary_from, monetary_to, days_since_order,
                            days_since_event, order_count, spend)
  select customer_id, ${at}, ${today}, cause, old_stage, stage, old_value_segment, value_segment, old_recency, recency,
         old_frequency, frequency, old_monetary, monetary, since_order, since_event, order_count, spend
    from moved
   where (${LEVELS.map((level) => `old_${level}`).join(', ')}) is distinct from (${LEVELS.join(', ')})`;
