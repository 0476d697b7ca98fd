import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '../app.js';
import { type Config, loadConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { startServer } from '../main.js';
import { root } from '../root.js';
import { ensureSetUp, type SetUpResult } from '../setup.js';
import { type Database, openDatabase, refuseSecondInstance } from './database.js';
import { LaunchFailure } from './failure.js';
import { buildPanel, panelIsFresh } from './panel.js';
import { checkPort } from './port.js';
import { Progress } from './progress.js';
import { atMost, Shutdown } from './shutdown.js';

/** How long requests under way may take to finish when stopping, in ms. */
const drainPatience = 4_000;

const shutdown = new Shutdown();
const progress = new Progress();

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  refuseSecondInstance(config);
  await checkPort(config.port, config.host);

  const [database] = await Promise.all([prepareDatabase(config), preparePanel()]);
  const { ownerUrl, appUrl } = database;
  const server = await progress.step('server', () =>
    shutdown.own(startServer({ config: { ...config, ownerUrl, appUrl } }), (running) =>
      atMost(drainPatience, running.close()),
    ),
  );
  database.announce(server.url);
  progress.line(`\n  Liuke is ready at ${server.url} after ${(process.uptime()).toFixed(1)} s\n`);
}

async function prepareDatabase(config: Config): Promise<Database> {
  const database = await progress.step('database', (say) =>
    shutdown.own(openDatabase(config, { whenRunning: 'refuse', say }), (opened) => opened.close()),
  );
  void database.crashed.then((words) =>
    shutdown.stop(1, `PostgreSQL ended unexpectedly. Start Liuke again; it recovers by itself.\n${words}`),
  );
  await progress.step('migrations', () => migrate({ ownerUrl: database.ownerUrl }));
  await setUp(config, database);
  return database;
}

/** Makes the company (in demo mode with its people and orders) when the database is new. */
async function setUp(config: Config, { ownerUrl, appUrl }: Database): Promise<SetUpResult> {
  const opening = App.open({ config: { ...config, ownerUrl, appUrl, logLevel: 'warn' } });
  const app = await shutdown.own(opening, (opened) => opened.close());
  const result = await ensureSetUp(app, { demo: config.demo });
  await app.close();
  return result;
}

async function preparePanel(): Promise<void> {
  if (!existsSync(join(root, 'admin/vite.config.ts'))) throw new LaunchFailure('admin/vite.config.ts is missing.');
  if (await panelIsFresh()) return;
  await progress.step('panel', () => buildPanel((kill) => shutdown.onStop(async () => kill())));
}

await shutdown.guard(start);
