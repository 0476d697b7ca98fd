import { loadConfig } from '../config.js';
import { type Database, openDatabase } from './database.js';
import { Shutdown } from './shutdown.js';

/**
 * Runs a command line tool on the database: that of the running Liuke if there is one, otherwise
 * the embedded PostgreSQL is started for as long as it takes. Ends the process: with the code that
 * `work` returns, or with 1 and one line when it throws.
 */
export async function runTool(work: (database: Database) => Promise<number>): Promise<void> {
  const shutdown = new Shutdown();
  await shutdown.guard(async () => {
    const opening = openDatabase(loadConfig(process.env), { whenRunning: 'join' });
    const database = await shutdown.own(opening, (opened) => opened.close());
    void database.crashed.then((words) => shutdown.stop(1, `PostgreSQL ended unexpectedly.\n${words}`));
    await shutdown.stop(await work(database));
  });
}
