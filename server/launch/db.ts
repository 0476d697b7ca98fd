import { createInterface } from 'node:readline/promises';
import pg from 'pg';
import { migrate, migrationStatus } from '../database/migrate.js';
import { wipe } from '../database/wipe.js';
import type { Database } from './database.js';
import { LaunchFailure } from './failure.js';
import { help } from './help.mjs';
import { shell } from './shell.js';
import { runTool } from './tool.js';

const say = (line: string): unknown => process.stdout.write(`${line}\n`);

/** The subcommands of `npm run db`; each returns its exit code. */
const commands: Record<string, (database: Database, args: string[]) => Promise<number>> = {
  async migrate({ ownerUrl }) {
    const { applied } = await migrate({ ownerUrl });
    for (const name of applied) say(`applied ${name}`);
    say(applied.length ? '' : 'Nothing to do: every migration is applied.');
    return 0;
  },

  async status({ ownerUrl, place }) {
    const { executed, pending } = await migrationStatus({ ownerUrl });
    const size = await query(ownerUrl, 'select pg_size_pretty(pg_database_size(current_database())) as size');
    say(`${place}, ${size.rows[0]?.size}`);
    for (const name of executed) say(`  ✓ ${name}`);
    for (const name of pending) say(`  … ${name} (pending: npm run db -- migrate)`);
    return pending.length ? 1 : 0;
  },

  async reset({ ownerUrl, place, kind }, args) {
    const { rows } = await query(
      ownerUrl,
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (kind === 'shared' || rows[0]?.others > 0)
      throw new LaunchFailure(`${place} is in use. Stop Liuke first, then reset.`);
    if (!args.includes('--yes') && !(await confirmed(place))) {
      say('Nothing was changed.');
      return 1;
    }
    await wipe({ ownerUrl });
    say('The database is empty and migrated. The next start fills it again.');
    return 0;
  },

  shell: ({ ownerUrl }) => shell(ownerUrl),
};

async function query(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function confirmed(place: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new LaunchFailure('Reset deletes everything: confirm it with --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Delete everything in ${place}? Type yes: `);
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) await runTool((database) => command(database, args));
else {
  process.stderr.write(`${help.db}\n`);
  process.exitCode = 2;
}
