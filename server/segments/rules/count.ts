import type { App } from '../../app.js';
import { Params } from '../../database/params.js';
import { AppError } from '../../graphql/errors.js';
import { compile } from './compile.js';
import { estimate } from './estimate.js';
import type { Prepared } from './prepare.js';

/** How long an exact count may take before an estimate is given instead, in milliseconds. */
const BUDGET = 1500;

export interface CountOptions {
  /** Wait up to the limit of slow statements rather than take an estimate. */
  exact?: boolean;
  signal?: AbortSignal | undefined;
}

/** A count of customers; what of it depends on everybody is counted only when asked for. */
export interface LazyCount {
  count: number;
  exact: boolean;
  total: () => Promise<number>;
  share: () => Promise<number>;
}

/** Counts those whom rules find: exactly when that is quick (or asked for), else by an estimate that says so. */
export async function countMembers(app: App, prepared: Prepared, options: CountOptions = {}): Promise<LazyCount> {
  const { exact = false, signal } = options;
  const { count, exact: isExact } = await counted(app, prepared, exact, signal);
  let everybody: Promise<number> | undefined;
  const total = () => {
    everybody ??= countEverybody(app, signal);
    return everybody;
  };
  return {
    count,
    exact: isExact,
    total,
    share: async () => {
      const all = await total();
      return all === 0 ? 0 : Math.min(1, count / all);
    },
  };
}

async function counted(app: App, prepared: Prepared, exact: boolean, signal: AbortSignal | undefined) {
  const params = new Params();
  const { from, where } = compile(prepared.rules, prepared.facts, { params });
  try {
    const [row] = await app.db.slow.rows<{ count: number }>(
      `select count(*) as count from ${from} where ${where}`,
      params.values,
      exact ? { signal } : { signal, timeout: BUDGET },
    );
    return { count: row!.count, exact: true };
  } catch (error) {
    if (!exact && error instanceof AppError && error.extensions.code === 'TOO_SLOW') {
      return { count: await estimate(app, prepared, signal), exact: false };
    }
    throw error;
  }
}

/** All customers in use: all rows from the index, less the few that are merged or deleted. */
async function countEverybody(app: App, signal: AbortSignal | undefined): Promise<number> {
  const [row] = await app.db.slow.rows<{ count: number }>(
    `select (select count(*) from customer_stats)
          - (select count(*) from customer x join customer_stats s on s.customer_id = x.id where x.status <> 'ACTIVE') as count`,
    [],
    { signal },
  );
  return row!.count;
}
