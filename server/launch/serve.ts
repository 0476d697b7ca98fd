import 'reflect-metadata';
import { loadConfig } from '../config.js';
import { startServer } from '../main.js';
import { LaunchFailure } from './failure.js';
import { atMost, drainPatience, Shutdown } from './shutdown.js';

/**
 * The server alone, on a database that is migrated and set up: what containers run, and what
 * `npm run dev` starts anew after each change (it then ends together with its parent).
 */
const shutdown = new Shutdown();
if (process.send) process.on('disconnect', () => void shutdown.stop(0));

await shutdown.guard(async () => {
  const { appUrl, ...config } = loadConfig(process.env);
  if (!appUrl) throw new LaunchFailure('DATABASE_URL is missing: name a PostgreSQL 15 or newer.');
  const server = await shutdown.own(startServer({ config: { ...config, appUrl } }), (running) =>
    atMost(drainPatience, running.close()),
  );
  process.send?.({ url: server.url });
});
