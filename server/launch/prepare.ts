import 'reflect-metadata';
import type { Config } from '../config.js';
import type { SetUpResult } from '../setup.js';
import { type Database, type OpenOptions, openDatabase } from './database.js';
import type { Progress } from './progress.js';
import type { Shutdown } from './shutdown.js';
import { firstSignIn } from './sign-in.js';

/** A database that is ready to serve, and what the first start made in it. */
export interface Prepared {
  database: Database;
  setUp: SetUpResult;
}

/** Opens the database, migrates it and, when it is new, makes the company in it; step by step. */
export async function prepareDatabase(
  config: Config,
  progress: Progress,
  shutdown: Shutdown,
  whenRunning: OpenOptions['whenRunning'] = 'refuse',
): Promise<Prepared> {
  // Loaded while PostgreSQL starts, and only after the checks that end most failed starts.
  const loading = Promise.all([
    import('../database/migrate.js'),
    import('../app.js'),
    import('../setup.js'),
    import('./demo.js'),
  ]);
  loading.catch(() => {});
  const database = await progress.step('database', (say) =>
    shutdown.own(openDatabase(config, { whenRunning, say }), (opened) => opened.close()),
  );
  void database.crashed.then((words) =>
    shutdown.stop(1, `PostgreSQL ended unexpectedly. Start Liuke again; it recovers by itself.\n${words}`),
  );
  const { ownerUrl, appUrl } = database;
  const [{ migrate }, { App }, { ensureSetUp }, { demoFilling, fillDemo }] = await loading;
  await progress.step('migrations', () => migrate({ ownerUrl }));
  const quiet = { ...config, ownerUrl, appUrl, logLevel: 'warn' };
  const [setUp, filling] = await progress.step('company', async () => {
    const app = await App.open({ config: quiet });
    try {
      return [await ensureSetUp(app, { demo: config.demo }), await demoFilling(app)] as const;
    } finally {
      await app.close();
    }
  });
  if (config.demo && (filling === 'missing' || filling === 'cut off')) {
    await progress.step('demo company', (say) => fillDemo(quiet, say));
  }
  // At once: should the rest of the start fail, nobody could ever sign in.
  const signIn = firstSignIn(setUp, config.demo);
  if (signIn) progress.line(signIn);
  return { database, setUp };
}
