import { loadConfig } from '../config.js';
import { refuseSecondInstance } from './database.js';
import { buildPanel, panelIsFresh } from './panel.js';
import { checkPort } from './port.js';
import { prepareDatabase } from './prepare.js';
import { Progress } from './progress.js';
import { atMost, drainPatience, Shutdown } from './shutdown.js';
import { howToSignIn } from './sign-in.js';

const shutdown = new Shutdown();
const progress = new Progress();

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  refuseSecondInstance(config);
  await checkPort(config.port, config.host);

  const [{ database, setUp }] = await Promise.all([prepareDatabase(config, progress, shutdown), preparePanel()]);
  const { ownerUrl, appUrl } = database;
  const { startServer } = await import('../main.js');
  const server = await progress.step('server', () =>
    shutdown.own(startServer({ config: { ...config, ownerUrl, appUrl } }), (running) =>
      atMost(drainPatience, running.close()),
    ),
  );
  database.announce(server.url);
  progress.line(`\n  Liuke is ready after ${process.uptime().toFixed(1)} s`);
  progress.line(`  Panel  ${server.url}/\n  API    ${server.url}/graphql\n`);
  progress.line(await howToSignIn(server.app, setUp));
}

async function preparePanel(): Promise<void> {
  if (await panelIsFresh()) return;
  await progress.step('panel', () => buildPanel((kill) => shutdown.onStop(async () => kill())));
}

await shutdown.guard(start);
