import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one test file's own, cloned from the migrated template. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** Clones the template; about 40 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template liuke`);
  return {
    ownerUrl: inDatabase(process.env.TEST_OWNER_URL!, name),
    appUrl: inDatabase(process.env.TEST_APP_URL!, name),
    drop: () => administer(`drop database ${name} with (force)`),
  };
}

function inDatabase(url: string, name: string): string {
  return url.replace('/liuke?', `/${name}?`);
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(process.env.TEST_OWNER_URL!, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
