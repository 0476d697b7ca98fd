/** How many login days are remembered for a customer: no rule may ask for more. */
export const MAX_LOGIN_DAYS = 31;

/**
 * The last day on which somebody with these login days (a date[], newest first) still interacts often, in SQL; null when never.
 * Often (S4, ⚙) is `logins` different days with a login within `days` days, that day included; both are SQL.
 */
export function frequentUntilSql(loginDays: string, { logins, days }: { logins: string; days: string }): string {
  return `((${loginDays})[${logins}::int] + (${days}::int - 1))`;
}
