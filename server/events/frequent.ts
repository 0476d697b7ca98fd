/** "Interacts often" (S4): so many different days with a login within so many days, today included. */
export interface Often {
  logins: number;
  days: number;
}

/** How many login days are remembered for a customer: no rule may ask for more. */
export const MAX_LOGIN_DAYS = 31;

/**
 * The last day on which somebody with these login days (a date[], newest first) still interacts often (S4), in SQL; null when never.
 * `logins` and `days` are parameters or numbers.
 */
export function frequentUntilSql(loginDays: string, { logins, days }: { logins: string; days: string }): string {
  return `((${loginDays})[${logins}::int] + (${days}::int - 1))`;
}
