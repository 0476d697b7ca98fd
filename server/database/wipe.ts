import pg from 'pg';
import { JOB_SCHEMA } from '../jobs/schema.js';
import { type MigrateResult, migrate } from './migrate.js';

/** Deletes everything that Liuke keeps in this database and migrates it anew: an empty house. */
export async function wipe({ ownerUrl }: { ownerUrl: string }): Promise<MigrateResult> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`drop schema if exists public, ${JOB_SCHEMA} cascade; create schema public`);
  } finally {
    await owner.end();
  }
  return migrate({ ownerUrl });
}
