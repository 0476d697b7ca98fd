import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APP_ROLE } from '../config.js';
import { JOB_SCHEMA } from '../jobs/schema.js';
import { root } from '../root.js';
import { databaseNameOf } from './database.js';

const folder = join(root, 'server', 'database', 'migrations');
/** One migration at a time, whichever server starts first. */
const LOCK = 72_814;
/** Ledgers that the application may only add to. */
const APPEND_ONLY = ['audit_entry', 'points_entry', 'customer_consent', 'tier_move'];

/** Each .sql file of the migrations folder, as MikroORM's migrator wants it. */
function migrationsList() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.sql$/, ''),
      class: class extends Migration {
        override up(): void {
          this.addSql(readFileSync(join(folder, file), 'utf8'));
        }
      },
    }));
}

async function withMigrator<T>(ownerUrl: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const orm = await MikroORM.init({
    // Not clientUrl: MikroORM drops its query part, where the embedded server's socket folder is named.
    dbName: databaseNameOf(ownerUrl),
    driverOptions: { connectionString: ownerUrl },
    ensureDatabase: false,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrationsList(), snapshot: false, silent: true, tableName: 'migration' },
  });
  try {
    return await work(orm.migrator as Migrator);
  } finally {
    await orm.close(true);
  }
}

/** What a migration run did. */
export interface MigrateResult {
  applied: string[];
  /** False when the owner may not make roles: the application then works as the owner, kept from the ledgers by triggers only. */
  appRole: boolean;
}

/**
 * Brings the database up to this version: tables, the job queue's tables and the application's rights.
 * Safe to run from several servers at once and again after any interruption.
 */
export async function migrate(options: { ownerUrl: string }): Promise<MigrateResult> {
  const owner = new pg.Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await withMigrator(options.ownerUrl, (migrator) => migrator.up());
    const boss = new PgBoss({
      connectionString: options.ownerUrl,
      schema: JOB_SCHEMA,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    await boss.stop({ graceful: false });
    return { applied: applied.map(({ name }) => name), appRole: await grantAppRole(owner) };
  } finally {
    await owner.end();
  }
}

/** Which migrations have run and which wait. */
export async function migrationStatus(options: {
  ownerUrl: string;
}): Promise<{ executed: string[]; pending: string[] }> {
  return withMigrator(options.ownerUrl, async (migrator) => ({
    executed: (await migrator.getExecuted()).map(({ name }) => name),
    pending: (await migrator.getPending()).map(({ name }) => name),
  }));
}

async function grantAppRole(owner: pg.Client): Promise<boolean> {
  try {
    await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
    await owner.query(`do $$ begin
      if not pg_has_role(current_user, '${APP_ROLE}', 'member') then
        execute format('grant ${APP_ROLE} to %I', current_user);
      end if;
    end $$`);
  } catch (error) {
    if ((error as { code?: string }).code === '42501') {
      return false;
    }
    throw error;
  }
  await owner.query(`
    grant usage on schema public, ${JOB_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public, ${JOB_SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema public, ${JOB_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema public, ${JOB_SCHEMA} to ${APP_ROLE};
    revoke update, delete, truncate on ${APPEND_ONLY.join(', ')} from ${APP_ROLE};
    revoke insert, update, delete on migration from ${APP_ROLE}`);
  return true;
}
