import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { App } from '../../server/app.js';
import { loadConfig } from '../../server/config.js';
import { migrate, migrationStatus } from '../../server/database/migrate.js';
import { ensureSetUp } from '../../server/setup.js';

/** A database as a company's administrator gives it out: owned by a role that may make roles and nothing else. */
const name = `company_${randomBytes(4).toString('hex')}`;
const inDatabase = (database: string) => process.env.TEST_OWNER_URL!.replace('/liuke?', `/${database}?`);
const ownerUrl = inDatabase(name).replace(/\/\/[^@]+@/, `//${name}@`);
const appUrl = `${ownerUrl}&options=${encodeURIComponent('-c role=liuke_app')}`;

async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase('postgres') });
  await client.connect();
  for (const sql of statements) {
    await client.query(sql);
  }
  await client.end();
}

beforeAll(() =>
  administer(
    `create role ${name} login createrole`,
    // A role made by somebody else must be handed over; one that it makes itself it may use at once.
    `grant liuke_app to ${name} with admin option`,
    `create database ${name} owner ${name}`,
  ),
);
afterAll(() => administer(`drop database ${name} with (force)`, `drop role ${name}`));

test('DATABASE_URL of an owner who is no superuser: migrated, and served under the lesser role', async () => {
  const first = await migrate({ ownerUrl });
  expect(first).toMatchObject({ appRole: true });
  expect(await migrate({ ownerUrl })).toMatchObject({ applied: [] });
  expect((await migrationStatus({ ownerUrl })).pending).toEqual([]);

  const app = await App.open({ config: { ...loadConfig({ LOG_LEVEL: 'silent' }), appUrl } });
  try {
    await ensureSetUp(app, { demo: false });
    await app.startJobs({ workers: false });
    const [row] = await app.db.rows('select current_user as role, current_database() as database');
    expect(row).toEqual({ role: 'liuke_app', database: name });
    await expect(app.db.rows('delete from audit_entry')).rejects.toThrow(/permission denied/);
  } finally {
    await app.close();
  }
});
