import { type ChildProcess, fork } from 'node:child_process';
import { watch } from 'node:fs';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createVite } from 'vite';
import { loadConfig } from '../config.js';
import { migrate } from '../database/migrate.js';
import { root } from '../root.js';
import { build } from './build.mjs';
import { type Database, refuseSecondInstance } from './database.js';
import { explain } from './failure.js';
import { checkPort } from './port.js';
import { prepareDatabase } from './prepare.js';
import { Progress } from './progress.js';
import { Shutdown } from './shutdown.js';

/** What the API server answers; everything else is the panel's. */
const apiPaths = '^/(graphql|health|metrics|auth|imports|exports|demo|\\.well-known)(/|\\?|$)';
/** Editors write a file in several steps; changes this close together are one, in ms. */
const quiet = 80;

const shutdown = new Shutdown();
const progress = new Progress();

/** The API server of the moment, in a process of its own so that a restart loads everything anew. */
class ServerProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Ends the one that runs and starts another. Resolves when it serves or has failed; it says why itself. */
  async restart(): Promise<void> {
    await this.stop();
    const child = fork(join(root, 'dist/server/launch/serve.js'), {
      env: this.env,
      execArgv: ['--enable-source-maps'],
    });
    this.child = child;
    await new Promise<void>((resolve) => {
      child.once('message', () => resolve()).once('exit', () => resolve());
    });
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

/** Compiles and restarts after changes, one round at a time; a source that does not compile leaves the old server. */
function reloadOnChange(server: ServerProcess, { ownerUrl }: Database): void {
  let round = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    try {
      const changed = await build(root, (line) => progress.line(line));
      if (changed.length === 0 || shutdown.stopping) return;
      if (changed.some((path) => path.includes('/migrations/'))) await migrate({ ownerUrl });
      await progress.step('restart', () => server.restart());
    } catch (error) {
      progress.line((error as { oneLine?: string }).oneLine ?? explain(error));
    }
  };
  for (const folder of ['server', 'schema', 'seeds'])
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        round = round.then(reload);
      }, quiet);
    });
}

async function freePort(): Promise<number> {
  const probe = createNetServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Vite serves the panel on the public port and passes the API's paths on. */
async function servePanel(port: number, host: string, target: string): Promise<void> {
  const vite = await createVite({
    configFile: join(root, 'admin/vite.config.ts'),
    server: { port, host, strictPort: true, proxy: { [apiPaths]: { target, xfwd: true } } },
  });
  await shutdown.own(vite.listen(), (listening) => listening.close());
}

await shutdown.guard(async () => {
  const config = loadConfig(process.env);
  refuseSecondInstance(config);
  await checkPort(config.port, config.host, 'npm run dev');
  const { database } = await prepareDatabase(config, progress, shutdown);
  const internal = await freePort();
  const server = new ServerProcess({
    ...process.env,
    PORT: String(internal),
    HOST: '127.0.0.1',
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
  });
  shutdown.onStop(() => server.stop());
  await progress.step('server', () => server.restart());
  await progress.step('panel', () => servePanel(config.port, config.host, `http://127.0.0.1:${internal}`));
  reloadOnChange(server, database);
  database.announce(`http://${config.host}:${config.port}`);
  progress.line(`\n  Liuke is ready at http://${config.host}:${config.port}/ and reloads when sources change`);
});
