import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import 'reflect-metadata';
import { build } from '../../server/launch/build.mjs';

/**
 * One PostgreSQL for the run, with the migrated and set-up database `liuke` as the template of every test file's own.
 * Jest runs this outside its transforms, so it uses the compiled server.
 */
export default async function globalSetup() {
  await build(join(import.meta.dirname, '..', '..'), () => undefined);
  const { startCluster } = await import('../../dist/server/launch/embedded.js');
  const { migrate } = await import('../../dist/server/database/migrate.js');
  const { App } = await import('../../dist/server/app.js');
  const { loadConfig } = await import('../../dist/server/config.js');
  const { ensureSetUp } = await import('../../dist/server/setup.js');

  const folder = mkdtempSync(join(tmpdir(), 'liuke-test-'));
  const cluster = await startCluster({ folder, purpose: 'test' });
  const { appRole } = await migrate({ ownerUrl: cluster.ownerUrl });
  if (!appRole) {
    throw new Error('the test cluster must let its owner make roles');
  }
  const app = await App.open({ config: { ...loadConfig({ LOG_LEVEL: 'silent' }), appUrl: cluster.appUrl } });
  await ensureSetUp(app, { demo: false });
  await app.close();
  const owner = new pg.Client({ connectionString: cluster.ownerUrl.replace('/liuke?', '/postgres?') });
  await owner.connect();
  await owner.query('alter database liuke with is_template true');
  await owner.end();
  process.env.TEST_OWNER_URL = cluster.ownerUrl;
  process.env.TEST_APP_URL = cluster.appUrl;
  globalThis.liukeTest = { cluster, folder };
}
